-- A connection keeps the plans of these functions, and may have made them while a table was empty: then it would read through all of
-- it for every few rows that come later. They find their rows by keys, whatever was there.
create or replace function task_keeps_what_it_serves() returns trigger language plpgsql security definer set search_path from current as $$
declare
  a record;
begin
  for a in select * from added where until is null loop
    delete from task_keeps k where k.task_id = a.task_id and not (k.commitment_id = any (a.commitments));
    insert into task_keeps
    select a.task_id, n.id, c.work_id, row_number() over (partition by c.work_id order by n.place) = 1,
      a.party, a.audience, a.lead, a.lifecycle, a.outcome, a.due, a.ended, a.waiting, a.owed, a.report_to, a.report_by
    from (select id, min(place) as place from unnest(a.commitments) with ordinality u (id, place) group by id) n
      left join lateral (select work_id from commitment where id = n.id offset 0) c on true
    on conflict (task_id, commitment_id) do update set work_id = excluded.work_id, counts = excluded.counts,
      party = excluded.party, audience = excluded.audience, lead = excluded.lead, lifecycle = excluded.lifecycle,
      outcome = excluded.outcome, due = excluded.due, ended = excluded.ended, waiting = excluded.waiting, owed = excluded.owed,
      report_to = excluded.report_to, report_by = excluded.report_by;
  end loop;
  return null;
end
$$;

create or replace function settle_register(asked text[]) returns void language plpgsql security definer set search_path from current as $$
begin
  insert into register_row (facet_code, span_start, span_end, page, targets, work_date, due_on, review_on, confidence, listed, cited,
    anchored, side, id, work_id, expression_id, actors, places, instruments, mechanisms, path_order, action)
  select facet_code, span_start, span_end, page, jsonb_array_length(targets), work_date, coalesce(due_to, due_from, review_on),
    review_on, confidence, listed, cited, anchored, side, id, work_id, expression_id, actors, places, instruments, mechanisms,
    path_order, action
  from unnest(asked) a (of) cross join lateral (select * from commitment where id = a.of offset 0) c
  on conflict (id) do update set facet_code = excluded.facet_code, span_start = excluded.span_start, span_end = excluded.span_end,
    page = excluded.page, targets = excluded.targets, work_date = excluded.work_date, due_on = excluded.due_on,
    review_on = excluded.review_on, confidence = excluded.confidence, listed = excluded.listed, cited = excluded.cited,
    anchored = excluded.anchored, side = excluded.side, work_id = excluded.work_id, expression_id = excluded.expression_id,
    actors = excluded.actors, places = excluded.places, instruments = excluded.instruments, mechanisms = excluded.mechanisms,
    path_order = excluded.path_order, action = excluded.action;
  insert into register_words (id, side, search) select id, side, search
  from unnest(asked) a (of) cross join lateral (select * from commitment where id = a.of offset 0) c
  on conflict (id) do update set side = excluded.side, search = excluded.search
    where (register_words.side, register_words.search) is distinct from (excluded.side, excluded.search);
end
$$;

create or replace function settle_two_sided(asked text[]) returns void language plpgsql security definer set search_path from current as $$
declare
  one text;
begin
  -- One after the other, where two transactions share tasks of one commitment.
  for one in select distinct id from unnest(asked) u (id) order by id loop
    perform from commitment c where c.id = one for no key update;
    delete from two_sided where commitment_id = one;
  end loop;
  with about as (
    select distinct t.task_id from unnest(asked) a (id)
      cross join lateral (select task_id from task_shared where commitments @> array[a.id] offset 0) t
  ), shared as (
    select t.task_id, t.party, t.commitments, array_agg(distinct c.side) filter (where c.side is not null) as sides,
      count(c.id) = cardinality(t.commitments) as whole
    from about cross join lateral (select * from task_shared s where s.task_id = about.task_id offset 0) t
      cross join unnest(t.commitments) n (id) left join lateral (select id, side from commitment where id = n.id offset 0) c on true
    group by t.task_id, t.party, t.commitments
  ), named as (
    -- Another side sees a task whose commitments it sees, every one of them.
    select n.id, s.party from shared s, unnest(s.commitments) n (id)
    union
    select n.id, s.sides[1] from shared s, unnest(s.commitments) n (id) where s.whole and coalesce(cardinality(s.sides), 0) < 2
    union
    select a.commitment_id, null from unnest(asked) o (id)
      cross join lateral (select commitment_id, by from action where commitment_id = o.id and by <> 'rules' offset 0) a
      join holding h on h.id = a.by join post p on p.id = h.post_id join unit u on u.id = p.unit_id
    group by 1 having count(distinct u.party) > 1
  ), held as (
    select id, party, bool_or(party is null) over (partition by id) as open, row_number() over (partition by id order by party) as place
    from named where id in (select unnest(asked))
  )
  insert into two_sided
  select c.id, h.party, h.open or h.place = 1, c.side, c.work_date, c.work_id, c.expression_id, c.span_start
  from held h cross join lateral (select * from commitment where id = h.id offset 0) c where c.listed and (h.party is null or not h.open);
end
$$;

alter function task_keeps_what_it_serves() set enable_seqscan = off;
alter function task_keeps_nothing() set enable_seqscan = off;
alter function commitment_is_kept_elsewhere() set enable_seqscan = off;
alter function settle_two_sided(text[]) set enable_seqscan = off;
alter function commitment_is_two_sided() set enable_seqscan = off;
alter function decision_is_two_sided() set enable_seqscan = off;
alter function hand_is_two_sided() set enable_seqscan = off;
alter function settle_register(text[]) set enable_seqscan = off;
alter function commitment_leaves_register() set enable_seqscan = off;

-- Asked for every commitment of many tasks that come at once: entries that wait to be sorted in would be read through each time.
alter index task_shared_by_commitment set (fastupdate = off);

-- The same pieces in a third of the time: pairs are looked for only where there are letters of several bytes.
create or replace function pieces_of(words text) returns text[] language sql immutable parallel safe as $$
  select array(select distinct substr(words, i, 3) from generate_series(1, length(words) - 2) i)
    || case when octet_length(words) > length(words) then array(select distinct substr(words, i, 2)
      from generate_series(1, length(words) - 1) i where ascii(substr(words, i, 1)) >= 11904) else '{}' end
$$;
