-- What the register is narrowed, sorted and counted by, a narrow row for each commitment: the rows with their words are read for
-- the page alone.
create table register_row (
  facet_code integer not null,
  -- What is packed in it: the place of each value among those of its facet.
  kind smallint generated always as (facet_code >> 25) stored,
  strength smallint generated always as (facet_code >> 20 & 31) stored,
  sector smallint generated always as (facet_code >> 15 & 31) stored,
  due smallint generated always as (facet_code >> 10 & 31) stored,
  decision smallint generated always as (facet_code >> 5 & 31) stored,
  language smallint generated always as (facet_code & 31) stored,
  span_start integer not null,
  span_end integer not null,
  page integer,
  targets integer not null,
  work_date date,
  -- The last day, the first, or the one on which a person looks at it again.
  due_on date,
  review_on date,
  confidence real not null,
  listed boolean not null,
  cited boolean not null,
  anchored boolean not null,
  side text,
  id text not null constraint register_row_key primary key,
  work_id text not null,
  expression_id text not null,
  actors text[] not null,
  places text[] not null,
  instruments text[] not null,
  mechanisms text[] not null,
  path_order text not null,
  action text not null
) with (fillfactor = 90);

-- The folded words of a commitment, for searching and for their order.
create table register_words (
  id text not null constraint register_words_key primary key,
  side text,
  search text not null
);

-- The pieces that words are found by: three letters, or two of a script without blanks.
create function pieces_of(words text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct p), '{}') from generate_series(1, length(words)) i, lateral (
    select substr(words, i, 3) as p where i <= length(words) - 2
    union all select substr(words, i, 2) where i < length(words) and ascii(substr(words, i, 1)) >= 11904) piece
$$;

-- Makes the rows of some commitments anew.
create function settle_register(asked text[]) returns void language plpgsql security definer set search_path from current as $$
begin
  insert into register_row (facet_code, span_start, span_end, page, targets, work_date, due_on, review_on, confidence, listed, cited,
    anchored, side, id, work_id, expression_id, actors, places, instruments, mechanisms, path_order, action)
  select facet_code, span_start, span_end, page, jsonb_array_length(targets), work_date, coalesce(due_to, due_from, review_on),
    review_on, confidence, listed, cited, anchored, side, id, work_id, expression_id, actors, places, instruments, mechanisms,
    path_order, action
  from commitment where id in (select unnest(asked))
  on conflict (id) do update set facet_code = excluded.facet_code, span_start = excluded.span_start, span_end = excluded.span_end,
    page = excluded.page, targets = excluded.targets, work_date = excluded.work_date, due_on = excluded.due_on,
    review_on = excluded.review_on, confidence = excluded.confidence, listed = excluded.listed, cited = excluded.cited,
    anchored = excluded.anchored, side = excluded.side, work_id = excluded.work_id, expression_id = excluded.expression_id,
    actors = excluded.actors, places = excluded.places, instruments = excluded.instruments, mechanisms = excluded.mechanisms,
    path_order = excluded.path_order, action = excluded.action;
  insert into register_words (id, side, search) select id, side, search from commitment where id in (select unnest(asked))
  on conflict (id) do update set side = excluded.side, search = excluded.search
    where (register_words.side, register_words.search) is distinct from (excluded.side, excluded.search);
end
$$;

create function commitment_stands_in_register() returns trigger language plpgsql security definer set search_path from current as $$
begin
  perform settle_register(array(select id from now_there));
  return null;
end
$$;
create trigger commitment_added_stands_in_register after insert on commitment
  referencing new table as now_there for each statement execute function commitment_stands_in_register();
create trigger commitment_changed_stands_in_register after update on commitment
  referencing new table as now_there for each statement execute function commitment_stands_in_register();

create function commitment_leaves_register() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from register_row where id in (select id from was_there);
  delete from register_words where id in (select id from was_there);
  return null;
end
$$;
create trigger commitment_leaves_register after delete on commitment
  referencing old table as was_there for each statement execute function commitment_leaves_register();

select settle_register(array(select id from commitment order by id));

create index register_row_in_order on register_row (work_date, work_id, expression_id, span_start, id) include (side) where listed;
create index register_row_with_target on register_row (id) where targets > 0;
create index register_row_to_review on register_row (id) where review_on is not null;
create index register_words_by_piece on register_words using gin (pieces_of(search)) with (gin_pending_list_limit = 256);
create index register_words_in_order on register_words (left(search, 60) collate "C", id);
-- Nothing asks these of the commitments any more.
drop index commitment_in_register;
drop index commitment_by_actor;
drop index commitment_by_place_name;
drop index commitment_by_instrument;
drop index commitment_by_mechanism;
drop index commitment_with_target;
drop index commitment_to_review;

-- The same wall as before the commitments. Behind a wall no index on pieces is used: this finds the words, on the near side alone,
-- up to so many commitments.
alter table register_row enable row level security;
create policy wall on register_row to servanda_seat using (side is null or side = (select servanda_party()));
alter table register_words enable row level security;
create policy wall on register_words to servanda_seat using (side is null or side = (select servanda_party()));

create function commitments_worded(terms text[], most integer) returns setof text language plpgsql stable security definer
  set search_path from current as $$
declare
  pieces text[] := array(select distinct p from unnest(terms) t, unnest(pieces_of(t)) p);
begin
  return query select w.id from register_words w
    where pieces_of(w.search) @> pieces and (select bool_and(strpos(w.search, t) > 0) from unnest(terms) t)
      and (w.side is null or w.side = servanda_party() or current_setting('role') = 'none')
    limit most;
end
$$;
revoke execute on function commitments_worded(text[], integer) from public;
grant execute on function commitments_worded(text[], integer) to servanda_seat;
