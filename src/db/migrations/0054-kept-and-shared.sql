-- Which commitments the present tasks keep, one narrow row each, with what tasks are counted by: counting by work, the tasks of a
-- work and what nobody was given ask this alone, never the states of all tasks.
create table task_keeps (
  task_id text not null constraint task_keeps_of_task references task (id),
  commitment_id text not null,
  work_id text,
  -- Of those of one work a task keeps, one counts.
  counts boolean not null,
  -- As they stand in its state.
  party text not null,
  audience text not null,
  lead text not null,
  lifecycle text not null,
  outcome text,
  due date,
  ended date,
  waiting boolean not null,
  owed boolean not null,
  report_to date,
  report_by date,
  constraint task_keeps_key primary key (task_id, commitment_id)
) with (fillfactor = 80);
create index task_keeps_by_work on task_keeps (work_id);

create function task_keeps_what_it_serves() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from task_keeps k using added a
    where a.until is null and k.task_id = a.task_id and not (k.commitment_id = any (a.commitments));
  insert into task_keeps
  select a.task_id, n.id, c.work_id, row_number() over (partition by a.task_id, c.work_id order by n.place) = 1,
    a.party, a.audience, a.lead, a.lifecycle, a.outcome, a.due, a.ended, a.waiting, a.owed, a.report_to, a.report_by
  from added a
    cross join lateral (select id, min(place) as place from unnest(a.commitments) with ordinality u (id, place) group by id) n
    left join commitment c on c.id = n.id
  where a.until is null
  on conflict (task_id, commitment_id) do update set work_id = excluded.work_id, counts = excluded.counts,
    party = excluded.party, audience = excluded.audience, lead = excluded.lead, lifecycle = excluded.lifecycle,
    outcome = excluded.outcome, due = excluded.due, ended = excluded.ended, waiting = excluded.waiting, owed = excluded.owed,
    report_to = excluded.report_to, report_by = excluded.report_by;
  return null;
end
$$;
create trigger task_keeps_what_it_serves after insert on task_state
  referencing new table as added for each statement execute function task_keeps_what_it_serves();

create function task_keeps_nothing() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from task_keeps where task_id in (select task_id from gone where until is null);
  return null;
end
$$;
create trigger task_keeps_nothing after delete on task_state
  referencing old table as gone for each statement execute function task_keeps_nothing();

-- A text that goes to another work takes along what is kept of it.
create function commitment_is_kept_elsewhere() returns trigger language plpgsql security definer set search_path from current as $$
begin
  update task_keeps k set work_id = f.work_id, counts = f.counts
  from (select o.task_id, o.commitment_id, c.work_id,
      row_number() over (partition by o.task_id, c.work_id order by o.commitment_id) = 1 as counts
    from task_keeps o left join commitment c on c.id = o.commitment_id
    where o.task_id in (select task_id from task_keeps where commitment_id = new.id)) f
  where k.task_id = f.task_id and k.commitment_id = f.commitment_id;
  return null;
end
$$;
create trigger commitment_is_kept_elsewhere after update on commitment
  for each row when (old.work_id is distinct from new.work_id) execute function commitment_is_kept_elsewhere();

insert into task_keeps
select s.task_id, n.id, c.work_id, row_number() over (partition by s.task_id, c.work_id order by n.place) = 1,
  s.party, s.audience, s.lead, s.lifecycle, s.outcome, s.due, s.ended, s.waiting, s.owed, s.report_to, s.report_by
from task_state s
  cross join lateral (select id, min(place) as place from unnest(s.commitments) with ordinality u (id, place) group by id) n
  left join commitment c on c.id = n.id
where s.until is null;
create index task_keeps_by_commitment on task_keeps (commitment_id) include (task_id, party, audience, lead);

-- The same wall as before the tasks.
alter table task_keeps enable row level security;
create policy wall on task_keeps to servanda_seat
  using (party = (select servanda_party()) and (audience <> 'internal' or (select seat_keeps())
    or lead = any ((select seat_units())::text[]) or task_id in (select tasks_coordinated((select seat_units())))));

-- What is asked about for its words: few, and found without reading the others.
create index commitment_gone on commitment (id) where not anchored or not cited or decision = 'rejected';

-- The list of Two sides: listed commitments that a task serves which its side shares, or that hands of two sides decided on, in
-- the order of their texts.
create table two_sided (
  commitment_id text not null constraint two_sided_of references commitment (id),
  -- Whose list it stands in; null: in that of every side that sees the commitment, and then in no row besides.
  party text,
  -- Of several rows of a commitment, the first: whoever stands before no wall reads these.
  leads boolean not null,
  side text,
  work_date date,
  work_id text not null,
  expression_id text not null,
  span_start integer not null
);
create unique index two_sided_key on two_sided (commitment_id, coalesce(party, ''));
create index two_sided_in_order on two_sided (work_date desc nulls last, work_id, expression_id, span_start, commitment_id)
  include (party, side, leads);

-- Makes the rows of some commitments anew, from what stands in the tables.
create function settle_two_sided(asked text[]) returns void language plpgsql security definer set search_path from current as $$
begin
  -- One after the other, where two transactions share tasks of one commitment.
  perform from commitment c where c.id in (select unnest(asked)) order by c.id for no key update;
  delete from two_sided where commitment_id in (select unnest(asked));
  with about as (
    select distinct t.task_id from unnest(asked) a (id) join task_shared t on t.commitments @> array[a.id]
  ), shared as (
    select t.task_id, t.party, t.commitments, array_agg(distinct c.side) filter (where c.side is not null) as sides,
      count(c.id) = cardinality(t.commitments) as whole
    from about join task_shared t using (task_id) cross join unnest(t.commitments) n (id) left join commitment c on c.id = n.id
    group by t.task_id, t.party, t.commitments
  ), named as (
    -- Another side sees a task whose commitments it sees, every one of them.
    select n.id, s.party from shared s, unnest(s.commitments) n (id)
    union
    select n.id, s.sides[1] from shared s, unnest(s.commitments) n (id) where s.whole and coalesce(cardinality(s.sides), 0) < 2
    union
    select a.commitment_id, null from action a
      join holding h on h.id = a.by join post p on p.id = h.post_id join unit u on u.id = p.unit_id
    where a.commitment_id in (select unnest(asked)) and a.by <> 'rules' group by 1 having count(distinct u.party) > 1
  ), held as (
    select id, party, bool_or(party is null) over (partition by id) as open, row_number() over (partition by id order by party) as place
    from named where id in (select unnest(asked))
  )
  insert into two_sided
  select c.id, h.party, h.open or h.place = 1, c.side, c.work_date, c.work_id, c.expression_id, c.span_start
  from held h join commitment c on c.id = h.id where c.listed and (h.party is null or not h.open);
end
$$;

create function shared_task_is_two_sided() returns trigger language plpgsql security definer set search_path from current as $$
declare
  touched text[];
begin
  if tg_op = 'INSERT' then
    select array_agg(distinct n.id) into touched from now_there t, unnest(t.commitments) n (id);
  elsif tg_op = 'DELETE' then
    select array_agg(distinct n.id) into touched from was_there t, unnest(t.commitments) n (id);
  else
    select array_agg(distinct n.id) into touched from was_there o join now_there t on t.task_id = o.task_id,
      unnest(o.commitments || t.commitments) n (id) where o.commitments <> t.commitments or o.party <> t.party;
  end if;
  if touched is not null then perform settle_two_sided(touched); end if;
  return null;
end
$$;
create trigger shared_task_added_is_two_sided after insert on task_shared
  referencing new table as now_there for each statement execute function shared_task_is_two_sided();
create trigger shared_task_changed_is_two_sided after update on task_shared
  referencing old table as was_there new table as now_there for each statement execute function shared_task_is_two_sided();
create trigger shared_task_removed_is_two_sided after delete on task_shared
  referencing old table as was_there for each statement execute function shared_task_is_two_sided();

-- A commitment that leaves the lists, comes back, or stands at another place; one that is opened or closed counts for all
-- that are kept together with it.
create function commitment_is_two_sided() returns trigger language plpgsql security definer set search_path from current as $$
declare
  touched text[];
begin
  select array_agg(t.id) into touched from was_there o join now_there t on t.id = o.id
    where (o.listed, o.side, o.work_date, o.work_id, o.expression_id, o.span_start)
      is distinct from (t.listed, t.side, t.work_date, t.work_id, t.expression_id, t.span_start);
  if touched is null then return null; end if;
  perform settle_two_sided(array(select unnest(touched)
    union select n.id from task_shared s, unnest(s.commitments) n (id) where s.commitments && touched));
  return null;
end
$$;
create trigger commitment_is_two_sided after update on commitment
  referencing old table as was_there new table as now_there for each statement execute function commitment_is_two_sided();

create function decision_is_two_sided() returns trigger language plpgsql security definer set search_path from current as $$
declare
  touched text[];
begin
  select array_agg(distinct a.commitment_id) into touched from added a where a.by <> 'rules'
    and exists (select from action b where b.commitment_id = a.commitment_id and b.by not in ('rules', a.by));
  if touched is not null then perform settle_two_sided(touched); end if;
  return null;
end
$$;
create trigger decision_is_two_sided after insert on action
  referencing new table as added for each statement execute function decision_is_two_sided();

-- Hands come after what they decided where a backup is restored.
create function hand_is_two_sided() returns trigger language plpgsql security definer set search_path from current as $$
declare
  touched text[];
begin
  select array_agg(distinct a.commitment_id) into touched from action a where a.by in (select id from added) and a.by <> 'rules';
  if touched is not null then perform settle_two_sided(touched); end if;
  return null;
end
$$;
create trigger hand_is_two_sided after insert on holding
  referencing new table as added for each statement execute function hand_is_two_sided();

select settle_two_sided(array(select unnest(commitments) from task_shared union select commitment_id from action where by <> 'rules'));

-- Each side reads its own list, of commitments that it sees; nobody but the database writes it.
alter table two_sided enable row level security;
create policy wall on two_sided to servanda_seat
  using ((party is null or party = (select servanda_party())) and (side is null or side = (select servanda_party())));
