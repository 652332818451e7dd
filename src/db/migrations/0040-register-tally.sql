-- How many listed commitments have each value of each facet, kept as sums of differences, so that the register's first page
-- counts nothing. What a statement changes is added as rows; they are drawn together when a statement changed many, and
-- in every 256th transaction. Rows are only added and drawn together, so writers never wait for one another here.
create table register_tally (
  side text,
  facet text not null,
  value text not null,
  count integer not null
);

-- What one commitment counts for.
create function tallied(facet_code integer, work_id text, actors text[], places text[], targets jsonb, review_on date)
returns table (facet text, value text) language sql immutable as $$
  select 'code', facet_code::text
  union all select 'work', work_id
  union all select 'actor', a from unnest(actors) a
  union all select 'place', p from unnest(places) p
  union all select 'target', 'some' where targets <> '[]'::jsonb
  union all select 'review', 'set' where review_on is not null
$$;

create function draw_tally_together() returns void language sql security definer set search_path from current as $$
  with gone as (
    delete from register_tally where ctid = any (array(select ctid from register_tally for update skip locked))
    returning side, facet, value, count)
  insert into register_tally (side, facet, value, count)
  select side, facet, value, sum(count) from gone group by side, facet, value having sum(count) <> 0
$$;

create function commitment_is_tallied() returns trigger language plpgsql security definer set search_path from current as $$
declare
  many bigint := 0;
begin
  if tg_op = 'INSERT' then
    insert into register_tally (side, facet, value, count)
    select c.side, t.facet, t.value, count(*) from now_there c, tallied(c.facet_code, c.work_id, c.actors, c.places, c.targets, c.review_on) t
    where c.listed group by c.side, t.facet, t.value;
  elsif tg_op = 'DELETE' then
    insert into register_tally (side, facet, value, count)
    select c.side, t.facet, t.value, -count(*) from was_there c, tallied(c.facet_code, c.work_id, c.actors, c.places, c.targets, c.review_on) t
    where c.listed group by c.side, t.facet, t.value;
  else
    insert into register_tally (side, facet, value, count)
    select d.side, d.facet, d.value, sum(d.n) from (
      select c.side, t.facet, t.value, 1 as n
      from now_there c, tallied(c.facet_code, c.work_id, c.actors, c.places, c.targets, c.review_on) t where c.listed
      union all select c.side, t.facet, t.value, -1
      from was_there c, tallied(c.facet_code, c.work_id, c.actors, c.places, c.targets, c.review_on) t where c.listed) d
    group by d.side, d.facet, d.value having sum(d.n) <> 0;
  end if;
  get diagnostics many = row_count;
  if many > 0 and (many > 200 or txid_current() % 256 = 0) then perform draw_tally_together(); end if;
  return null;
end
$$;

create trigger commitment_added_is_tallied after insert on commitment
  referencing new table as now_there for each statement execute function commitment_is_tallied();
create trigger commitment_changed_is_tallied after update on commitment
  referencing old table as was_there new table as now_there for each statement execute function commitment_is_tallied();
create trigger commitment_removed_is_tallied after delete on commitment
  referencing old table as was_there for each statement execute function commitment_is_tallied();

insert into register_tally (side, facet, value, count)
select c.side, t.facet, t.value, count(*) from commitment c, tallied(c.facet_code, c.work_id, c.actors, c.places, c.targets, c.review_on) t
where c.listed group by c.side, t.facet, t.value;

alter table register_tally enable row level security;
create policy wall on register_tally to servanda_seat using (side is null or side = (select servanda_party()));
