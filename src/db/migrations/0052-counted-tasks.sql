-- Lists of units have no end, and an index entry has: a task with eighty coordinators could not be kept. What is counted and listed
-- stands in indexes without them; who coordinates is asked of a function, as it is with commitments.
alter table task_state
  -- Of the commitments it keeps, each once.
  add column sectors text[] not null default '{}',
  add column open_words integer generated always as (cardinality(unresolved)) stored;

update task_state s
  set sectors = array(select distinct c.sector from commitment c where c.id = any (s.commitments) order by c.sector);

-- A correction of a sector is counted at once.
create function commitment_sector_is_counted() returns trigger language plpgsql security definer set search_path from current as $$
begin
  update task_state s
    set sectors = array(select distinct c.sector from commitment c where c.id = any (s.commitments) order by c.sector)
    where s.until is null and s.commitments && array[new.id];
  return null;
end
$$;
create trigger commitment_sector_is_counted after update on commitment
  for each row when (old.sector is distinct from new.sector) execute function commitment_sector_is_counted();

create function tasks_coordinated(asked text[]) returns setof text language sql stable security definer set search_path from current
  as $$ select task_id from task_state where until is null and partners && asked $$;
create function tasks_put_to(asked text[]) returns setof text language sql stable security definer set search_path from current
  as $$ select task_id from task_state where until is null and addressees && asked and addressees <> '{}' $$;

-- The same wall; whether a seat coordinates an internal task is only asked where nothing else lets it through.
alter policy wall on task_state
  using (party = (select servanda_party()) and (audience <> 'internal' or (select seat_keeps())
    or lead = any ((select seat_units())::text[]) or task_id in (select tasks_coordinated((select seat_units())))))
  with check (party = (select servanda_party()));

-- By a digest: the present states lie scattered among all, and this is the way to one of them, never through all.
drop index task_state_present;
create unique index task_state_present on task_state (md5(task_id)) where until is null;

drop index task_state_in_order;
create index task_state_in_order on task_state ((lifecycle = 'closed'), due, task_id)
  include (version, party, audience, lead, lifecycle, outcome, ended, waiting, owed, report_to, report_by,
    reports, obstacles, requests, urgings, parts, open_words, sectors)
  where until is null;

-- What counts read and nothing else.
create index task_state_counted on task_state (party, lead)
  include (task_id, audience, lifecycle, outcome, due, ended, waiting, owed, relation, report_to, report_by, sectors)
  where until is null;
