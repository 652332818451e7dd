-- How many listed commitments have each value of each facet under one value of a packed facet, and under what tasks keep: kept as sums
-- and differences like those of the whole register, so that what leaves half of it is counted without reading it.

-- Which side's tasks keep a commitment: `open` where one of them is not internal.
create table register_kept (
  commitment_id text not null,
  party text not null,
  open boolean not null,
  constraint register_kept_key primary key (commitment_id, party)
);
-- Asked only of who does not see all of a side: the few kept by internal tasks alone.
create index task_keeps_internal on task_keeps (commitment_id) where audience = 'internal';

create table register_pair (
  -- Drawn together; what is not are differences that came since.
  settled boolean not null,
  side text,
  -- Of what tasks keep: whose tasks, and whether one of them is not internal.
  party text,
  open boolean not null,
  -- 32 times the place of a packed facet, and the place of a value among its values; or 200: owed (an undertaking that nobody
  -- rejected), 201: given (a task keeps it), 202: given and owed.
  under smallint not null,
  facet text not null,
  value text not null,
  count integer not null
) with (fillfactor = 80);
create unique index register_pair_settled
  on register_pair (under, facet, value, coalesce(side, ''), coalesce(party, ''), open) where settled;
create index register_pair_open on register_pair (under) where not settled;

create function is_owed(facet_code integer) returns boolean language sql immutable parallel safe
  as $$ select facet_code >> 25 = 0 and facet_code >> 5 & 31 <> 3 $$;

-- Under what one commitment counts, tasks aside.
create function stands_under(facet_code integer) returns setof integer language sql immutable parallel safe as $$
  select unnest(array[facet_code >> 25, 32 + (facet_code >> 20 & 31), 64 + (facet_code >> 15 & 31),
    96 + (facet_code >> 10 & 31), 128 + (facet_code >> 5 & 31), 160 + (facet_code & 31)]
    || case when is_owed(facet_code) then array[200] else '{}' end)
$$;

-- Up to so many differences, or all: a few at a time cost no writer much, and they are found as quickly as what is settled.
create function draw_pairs_together(most integer default null) returns void language plpgsql security definer set search_path from current as $$
begin
  -- One at a time: whoever adds differences waits for nobody.
  if not pg_try_advisory_xact_lock(47002065) then return; end if;
  with gone as (
    delete from register_pair where ctid = any (array(select ctid from register_pair where not settled limit most for update skip locked))
    returning side, party, open, under, facet, value, count)
  insert into register_pair (settled, side, party, open, under, facet, value, count)
  select true, side, party, open, under, facet, value, sum(count) from gone
  group by side, party, open, under, facet, value having sum(count) <> 0
  on conflict (under, facet, value, coalesce(side, ''), coalesce(party, ''), open) where settled
    do update set count = register_pair.count + excluded.count;
end
$$;

create function given_under(facet_code integer) returns setof integer language sql immutable parallel safe as $$
  select unnest(case when is_owed(facet_code) then array[201, 202] else array[201] end)
$$;

-- Which sides' tasks keep some commitments, made anew from the tasks; what they count for follows. Whoever changes one of them meanwhile
-- waits, or is waited for.
create function settle_kept(asked text[]) returns void language plpgsql security definer set search_path from current as $$
begin
  perform from commitment c where c.id in (select unnest(asked)) order by c.id for no key update;
  with these as (select distinct id from unnest(asked) u (id)
  ), stands as (
    select k.commitment_id, k.party, bool_or(k.audience <> 'internal') as open
    from these cross join lateral (select * from task_keeps where commitment_id = these.id offset 0) k group by 1, 2
  ), stood as (
    select k.* from these cross join lateral (select * from register_kept where commitment_id = these.id offset 0) k
  ), changed as (
    select coalesce(n.commitment_id, o.commitment_id) as id, coalesce(n.party, o.party) as party, o.open as was, n.open as now
    from stands n full join stood o on o.commitment_id = n.commitment_id and o.party = n.party where o.open is distinct from n.open
  ), gone as (
    delete from register_kept k using changed c where k.commitment_id = c.id and k.party = c.party and c.now is null
  ), put as (
    insert into register_kept select id, party, now from changed where now is not null
    on conflict (commitment_id, party) do update set open = excluded.open
  ), counted as (
    select id, party, now as open, 1 as n from changed where now is not null
    union all select id, party, was, -1 from changed where was is not null
  )
  insert into register_pair (settled, side, party, open, under, facet, value, count)
  select false, c.side, d.party, d.open, u.under, t.facet, t.value, sum(d.n)
  from counted d cross join lateral (select * from commitment where id = d.id and listed offset 0) c,
    given_under(c.facet_code) u (under), tallied(c.facet_code, c.work_id, c.actors, c.places, c.targets, c.review_on) t
  group by 2, 3, 4, 5, 6, 7 having sum(d.n) <> 0;
end
$$;

create function commitment_is_paired() returns trigger language plpgsql security definer set search_path from current as $$
declare
  many bigint := 0;
  kept text[];
begin
  if tg_op = 'INSERT' then
    insert into register_pair (settled, open, side, under, facet, value, count)
    select false, true, c.side, u.under, t.facet, t.value, count(*)
    from now_there c, stands_under(c.facet_code) u (under),
      tallied(c.facet_code, c.work_id, c.actors, c.places, c.targets, c.review_on) t
    where c.listed and (t.facet <> 'code' or u.under = 200) group by 3, 4, 5, 6;
    get diagnostics many = row_count;
    select array_agg(c.id) into kept from now_there c where exists (select from task_keeps k where k.commitment_id = c.id);
    if kept is not null then perform settle_kept(kept); end if;
  elsif tg_op = 'DELETE' then
    with d as (
      select id, side, facet_code, work_id, actors, places, targets, review_on from was_there where listed
    ), u as (
      select d.*, null as party, true as open, s.under from d, stands_under(d.facet_code) s (under)
      union all select d.*, k.party, k.open, g.under from d join register_kept k on k.commitment_id = d.id, given_under(d.facet_code) g (under)
    )
    insert into register_pair (settled, side, party, open, under, facet, value, count)
    select false, u.side, u.party, u.open, u.under, t.facet, t.value, -count(*)
    from u, tallied(u.facet_code, u.work_id, u.actors, u.places, u.targets, u.review_on) t
    where t.facet <> 'code' or u.under >= 200 group by 2, 3, 4, 5, 6, 7;
    get diagnostics many = row_count;
    delete from register_kept where commitment_id in (select id from was_there);
  else
    with changed as (
      select o.id from was_there o join now_there t on t.id = o.id
      where (o.listed, o.side, o.facet_code, o.work_id, o.actors, o.places, o.targets <> '[]', o.review_on is null)
        is distinct from (t.listed, t.side, t.facet_code, t.work_id, t.actors, t.places, t.targets <> '[]', t.review_on is null)
    ), d as (
      select id, side, facet_code, work_id, actors, places, targets, review_on, 1 as n from now_there
        where listed and id in (select id from changed)
      union all select id, side, facet_code, work_id, actors, places, targets, review_on, -1 from was_there
        where listed and id in (select id from changed)
    ), u as (
      select d.*, null as party, true as open, s.under from d, stands_under(d.facet_code) s (under)
      union all select d.*, k.party, k.open, g.under from d join register_kept k on k.commitment_id = d.id, given_under(d.facet_code) g (under)
    )
    insert into register_pair (settled, side, party, open, under, facet, value, count)
    select false, u.side, u.party, u.open, u.under, t.facet, t.value, sum(u.n)
    from u, tallied(u.facet_code, u.work_id, u.actors, u.places, u.targets, u.review_on) t
    where t.facet <> 'code' or u.under >= 200 group by 2, 3, 4, 5, 6, 7 having sum(u.n) <> 0;
    get diagnostics many = row_count;
  end if;
  if many > 0 and txid_current() % 8 = 0 then perform draw_pairs_together(2000); end if;
  return null;
end
$$;
create trigger commitment_added_is_paired after insert on commitment
  referencing new table as now_there for each statement execute function commitment_is_paired();
create trigger commitment_changed_is_paired after update on commitment
  referencing old table as was_there new table as now_there for each statement execute function commitment_is_paired();
create trigger commitment_removed_is_paired after delete on commitment
  referencing old table as was_there for each statement execute function commitment_is_paired();

create function task_is_paired() returns trigger language plpgsql security definer set search_path from current as $$
declare
  touched text[];
begin
  if tg_op = 'INSERT' then
    select array_agg(distinct commitment_id) into touched from now_there;
  elsif tg_op = 'DELETE' then
    select array_agg(distinct commitment_id) into touched from was_there;
  else
    select array_agg(distinct o.commitment_id) into touched from was_there o
      join now_there t on t.task_id = o.task_id and t.commitment_id = o.commitment_id
      where (o.party, o.audience) is distinct from (t.party, t.audience);
  end if;
  if touched is not null then
    perform settle_kept(touched);
    if txid_current() % 8 = 0 then perform draw_pairs_together(2000); end if;
  end if;
  return null;
end
$$;
create trigger task_added_is_paired after insert on task_keeps
  referencing new table as now_there for each statement execute function task_is_paired();
create trigger task_changed_is_paired after update on task_keeps
  referencing old table as was_there new table as now_there for each statement execute function task_is_paired();
create trigger task_removed_is_paired after delete on task_keeps
  referencing old table as was_there for each statement execute function task_is_paired();

-- All of it, from what stands in the tables.
create function remake_pairs() returns void language plpgsql security definer set search_path from current as $$
begin
  lock table commitment, task_keeps in share row exclusive mode;
  delete from register_pair;
  delete from register_kept;
  insert into register_kept select commitment_id, party, bool_or(audience <> 'internal') from task_keeps
    where commitment_id in (select id from commitment) group by 1, 2;
  insert into register_pair (settled, side, party, open, under, facet, value, count)
  select true, u.side, u.party, u.open, u.under, t.facet, t.value, count(*) from (
    select c.*, null as party, true as open, s.under from commitment c, stands_under(c.facet_code) s (under) where c.listed
    union all select c.*, k.party, k.open, g.under
      from commitment c join register_kept k on k.commitment_id = c.id, given_under(c.facet_code) g (under) where c.listed
  ) u, tallied(u.facet_code, u.work_id, u.actors, u.places, u.targets, u.review_on) t
  where t.facet <> 'code' or u.under >= 200 group by 2, 3, 4, 5, 6, 7;
end
$$;
select remake_pairs();
revoke execute on function settle_kept(text[]), draw_pairs_together(integer), remake_pairs() from public;

-- By keys, whatever the tables held when a connection first asked.
alter function settle_kept(text[]) set enable_seqscan = off;
alter function commitment_is_paired() set enable_seqscan = off;

-- The same walls as before the commitments and the tasks.
alter table register_kept enable row level security;
create policy wall on register_kept to servanda_seat using (party = (select servanda_party()) and (open or (select seat_keeps())));
alter table register_pair enable row level security;
create policy wall on register_pair to servanda_seat
  using ((side is null or side = (select servanda_party()))
    and (party is null or party = (select servanda_party()) and (open or (select seat_keeps()))));
