-- The register in bits: each listed commitment has a number, and each value of a facet, and each word, a bit for every number. What is
-- chosen and searched for together is counted by laying bits over one another, without reading a row. 8,192 numbers make a chunk.
create table register_number (
  id text not null constraint register_number_key primary key,
  n integer not null generated always as identity constraint register_number_once unique,
  side text not null
);

create table register_bits (
  facet text not null,
  value text not null,
  -- Empty: seen by all sides.
  side text not null,
  chunk integer not null,
  bits bit(8192) not null,
  constraint register_bits_key primary key (facet, value, side, chunk)
) with (fillfactor = 70);
alter table register_bits alter column bits set storage plain;

-- What was turned on (1) or off (-1) since; drawn into the bits by one at a time, so that writers wait for nobody.
create table register_turned (
  facet text not null,
  value text not null,
  side text not null,
  n integer not null,
  way smallint not null
);

-- The words of what was entered together; one word has many of these. A commitment whose words change gets another number.
create table register_word (
  word text not null,
  side text not null,
  chunk integer not null,
  bits bit(8192),
  -- Instead of bits where they are few: their places in the chunk.
  few smallint[],
  constraint register_word_either check ((bits is null) <> (few is null))
);
alter table register_word alter column bits set storage plain;
-- Each word once, or where two entered it at once, twice: whoever enters a word waits for nobody.
create table register_vocabulary (word text not null);

create function no_bits() returns bit language sql immutable parallel safe as $$ select repeat('0', 8192)::bit(8192) $$;

-- What one listed commitment has a bit for; packed facets by the place of the value.
create function bits_of(facet_code integer, work_id text, actors text[], places text[], targets jsonb, review_on date)
returns table (facet text, value text) language sql immutable parallel safe as $$
  select 'listed', ''
  union all select 'kind', (facet_code >> 25)::text
  union all select 'strength', (facet_code >> 20 & 31)::text
  union all select 'sector', (facet_code >> 15 & 31)::text
  union all select 'due', (facet_code >> 10 & 31)::text
  union all select 'decision', (facet_code >> 5 & 31)::text
  union all select 'language', (facet_code & 31)::text
  union all select 'work', work_id
  union all select 'actor', a from (select distinct unnest(actors) as a) each
  union all select 'place', p from (select distinct unnest(places) as p) each
  union all select 'target', 'some' where targets <> '[]'::jsonb
  union all select 'review', 'set' where review_on is not null
$$;

-- The words of a folded text, parted by blanks, one more than once where it stands there so; of a script without blanks each letter, and
-- each two beside one another.
create function words_of(search text) returns setof text language sql immutable parallel safe as $$
  select w from unnest(string_to_array(case when octet_length(search) > length(search)
    then regexp_replace(search, '[\u2E80-\U0010FFFF]', ' ', 'g') else search end, ' ')) w where w <> ''
  union all
  select substr(search, i, p)
  from generate_series(1, case when octet_length(search) > length(search) then length(search) else 0 end) i, generate_series(1, 2) p
  where ascii(substr(search, i, 1)) >= 11904 and (p = 1 or ascii(substr(search, i + 1, 1)) >= 11904)
$$;

-- Whether a search is answered by words alone: what it asks for cannot go beyond one of them. A single letter stands in too many.
create function is_of_words(term text) returns boolean language sql immutable parallel safe as $$
  select strpos(term, ' ') = 0 and case when octet_length(term) = length(term) or term !~ '[\u2E80-\U0010FFFF]' then length(term) > 1
    else term ~ '^[\u2E80-\U0010FFFF]{1,2}$' end
$$;

-- Draws what was turned into the bits: so many, or all; writers do it once a transaction.
create function draw_bits_together(most integer default null) returns void language plpgsql security definer set search_path from current as $$
begin
  if most is not null then
    if current_setting('servanda.turned', true) = txid_current()::text then return; end if;
    perform set_config('servanda.turned', txid_current()::text, true);
  end if;
  if not pg_try_advisory_xact_lock(47002074) then return; end if;
  with gone as (
    delete from register_turned where ctid = any (array(select ctid from register_turned limit most for update skip locked))
    returning facet, value, side, n)
  insert into register_bits (facet, value, side, chunk, bits)
  select facet, value, side, n >> 13, bit_xor(set_bit(no_bits(), n & 8191, 1)) from gone group by 1, 2, 3, 4
  on conflict (facet, value, side, chunk) do update set bits = register_bits.bits # excluded.bits;
end
$$;

-- Gives some commitments, all of them listed, numbers and bits.
create function number_commitments(asked text[]) returns void language plpgsql security definer set search_path from current as $$
begin
  insert into register_number (id, side) select c.id, coalesce(c.side, '')
  from unnest(asked) a (of) cross join lateral (select id, side from commitment where id = a.of offset 0) c;
  if pg_try_advisory_xact_lock(47002074) then
    insert into register_bits (facet, value, side, chunk, bits)
    select b.facet, b.value, r.side, r.n >> 13, bit_or(set_bit(no_bits(), r.n & 8191, 1))
    from unnest(asked) a (of) cross join lateral (select * from commitment where id = a.of offset 0) c
      cross join lateral (select * from register_number where id = a.of offset 0) r,
      bits_of(c.facet_code, c.work_id, c.actors, c.places, c.targets, c.review_on) b
    group by 1, 2, 3, 4
    on conflict (facet, value, side, chunk) do update set bits = register_bits.bits | excluded.bits;
  else
    insert into register_turned (facet, value, side, n, way)
    select b.facet, b.value, r.side, r.n, 1
    from unnest(asked) a (of) cross join lateral (select * from commitment where id = a.of offset 0) c
      cross join lateral (select * from register_number where id = a.of offset 0) r,
      bits_of(c.facet_code, c.work_id, c.actors, c.places, c.targets, c.review_on) b;
  end if;
  with entered as (
    insert into register_word (word, side, chunk, bits, few)
    select word, side, chunk, case when cardinality(few) > 32 then (select bit_or(set_bit(no_bits(), f, 1)) from unnest(few) f) end,
      case when cardinality(few) <= 32 then few end
    from (
      select w as word, r.side, r.n >> 13 as chunk, array_agg((r.n & 8191)::smallint) as few
      from unnest(asked) a (of) cross join lateral (select search from commitment where id = a.of offset 0) c
        cross join lateral (select * from register_number where id = a.of offset 0) r, words_of(c.search) w
      group by 1, 2, 3) entering
    returning word)
  insert into register_vocabulary (word)
  select distinct e.word from entered e where not exists (select from register_vocabulary v where v.word = e.word offset 0);
end
$$;

create function commitment_is_numbered() returns trigger language plpgsql security definer set search_path from current as $$
declare
  gone text[];
  come text[];
  many bigint := 0;
begin
  if tg_op = 'INSERT' then
    select array_agg(id order by id) into come from now_there where listed;
  elsif tg_op = 'DELETE' then
    select array_agg(id) into gone from was_there where listed;
  else
    select array_agg(o.id) filter (where o.listed), array_agg(o.id order by o.id) filter (where t.listed) into gone, come
    from was_there o join now_there t on t.id = o.id
    where (o.listed, o.side, o.search) is distinct from (t.listed, t.side, t.search);
    with kept as (
      select o.id from was_there o join now_there t on t.id = o.id
      where t.listed and (o.listed, o.side, o.search) is not distinct from (t.listed, t.side, t.search)
        and (o.facet_code, o.work_id, o.actors, o.places, o.targets <> '[]', o.review_on is null)
          is distinct from (t.facet_code, t.work_id, t.actors, t.places, t.targets <> '[]', t.review_on is null)
    ), d as (
      select id, facet_code, work_id, actors, places, targets, review_on, 1 as way from now_there where id in (select id from kept)
      union all select id, facet_code, work_id, actors, places, targets, review_on, -1 from was_there where id in (select id from kept)
    ), turned as (
      select d.id, b.facet, b.value, sum(d.way) as way
      from d, bits_of(d.facet_code, d.work_id, d.actors, d.places, d.targets, d.review_on) b group by 1, 2, 3 having sum(d.way) <> 0
    )
    insert into register_turned (facet, value, side, n, way)
    select t.facet, t.value, r.side, r.n, t.way
    from turned t cross join lateral (select * from register_number where id = t.id offset 0) r;
    get diagnostics many = row_count;
  end if;
  if gone is not null then
    with left_over as (delete from register_number where id = any (gone) returning n, side)
    insert into register_turned (facet, value, side, n, way) select 'listed', '', side, n, -1 from left_over;
    many := many + 1;
  end if;
  if come is not null then perform number_commitments(come); end if;
  if many > 0 and txid_current() % 8 = 0 then perform draw_bits_together(2000); end if;
  return null;
end
$$;
create trigger commitment_added_is_numbered after insert on commitment
  referencing new table as now_there for each statement execute function commitment_is_numbered();
create trigger commitment_changed_is_numbered after update on commitment
  referencing old table as was_there new table as now_there for each statement execute function commitment_is_numbered();
create trigger commitment_removed_is_numbered after delete on commitment
  referencing old table as was_there for each statement execute function commitment_is_numbered();

-- All of it, from what stands in the register.
create function remake_bits() returns void language plpgsql security definer set search_path from current as $$
begin
  lock table commitment in share row exclusive mode;
  perform pg_advisory_xact_lock(47002074);
  delete from register_number;
  delete from register_bits;
  delete from register_turned;
  delete from register_word;
  delete from register_vocabulary;
  perform number_commitments(array(select id from commitment where listed order by work_date, work_id, expression_id, span_start, id));
end
$$;
select remake_bits();

create index register_word_by_word on register_word (word);
create index register_vocabulary_by_word on register_vocabulary (word);
create index register_vocabulary_by_piece on register_vocabulary using gin (pieces_of(word)) with (gin_pending_list_limit = 256);

alter function number_commitments(text[]) set enable_seqscan = off;
-- Few words, each in many commitments: they are put together by hashing.
alter function number_commitments(text[]) set enable_sort = off;
alter function commitment_is_numbered() set enable_seqscan = off;

-- No seat reads bits: numbers that are missing would tell how much the other side keeps to itself. These functions lay them over one
-- another, of what the asker's side sees alone, and answer with counts.
alter table register_number enable row level security;
alter table register_bits enable row level security;
alter table register_turned enable row level security;
alter table register_word enable row level security;
alter table register_vocabulary enable row level security;

create function sides_seen() returns text[] language sql stable as $$
  select case when current_setting('role') = 'none' then null else array['', coalesce(servanda_party(), '')] end $$;

-- What holds every word and one of the values of each part, and under the name of each part the same without that part. Parts and values
-- stand beside one another.
create function register_masks(terms text[], parts text[], vals text[])
returns table (under text, side text, chunk integer, bits bit) language plpgsql stable rows 30 security definer set search_path from current as $$
#variable_conflict use_column
declare
  sides text[] := sides_seen();
begin
  return query
  with asked as (
    select a.part, a.value from unnest(parts || 'listed'::text, vals || ''::text) a (part, value)
  ), stood as (
    select a.part, a.value, b.side, b.chunk, b.bits from asked a join register_bits b on b.facet = a.part and b.value = a.value
    union all
    select a.part, a.value, t.side, t.n >> 13, bit_xor(set_bit(no_bits(), t.n & 8191, 1))
    from asked a join register_turned t on t.facet = a.part and t.value = a.value group by 1, 2, 3, 4
  ), held as (
    select v.part, v.side, v.chunk, bit_or(v.bits) as bits
    from (select part, value, side, chunk, bit_xor(bits) as bits from stood group by 1, 2, 3, 4) v group by 1, 2, 3
    union all
    select 'word ' || t.place, w.side, w.chunk,
      bit_or(coalesce(w.bits, (select bit_or(set_bit(no_bits(), f, 1)) from unnest(w.few) f)))
    from unnest(terms) with ordinality t (term, place)
      cross join lateral (select distinct v.word from register_vocabulary v
        where pieces_of(v.word) @> pieces_of(t.term) and strpos(v.word, t.term) > 0 offset 0) v
      join register_word w on w.word = v.word
    group by 1, 2, 3
  )
  select u.under, h.side, h.chunk, bit_and(h.bits)
  from held h, (select distinct unnest(parts || ''::text)) u (under)
  where h.part <> u.under and (sides is null or h.side = any (sides))
  group by 1, 2, 3
  having count(*) = (select count(distinct p) from unnest(parts) p where p <> u.under) + 1 + cardinality(terms);
end
$$;

-- How many commitments hold the words and have the values, as `total`; and how many of these have each value of each facet, under all
-- that is chosen besides that facet. No row where words do not answer it.
create function register_counted(terms text[], parts text[], vals text[])
returns table (facet text, value text, count integer) language plpgsql stable security definer
set search_path from current set enable_mergejoin = off as $$
#variable_conflict use_column
begin
  if not (select coalesce(bool_and(is_of_words(t)), true) from unnest(terms) t) then return; end if;
  return query
  with masks as materialized (select * from register_masks(terms, parts, vals)
  ), counted as (
    -- Counted before they are put together: bits are long to sort.
    select * from (select b.facet, b.value, bit_count(b.bits & m.bits)::integer as count
      from masks m join register_bits b on b.side = m.side and b.chunk = m.chunk and m.under = case when b.facet = any (parts) then b.facet else '' end
      where b.facet <> 'listed' offset 0) b
    union all
    select t.facet, t.value, t.way * get_bit(m.bits, t.n & 8191)
    from masks m join register_turned t on t.side = m.side and t.n >> 13 = m.chunk
      and m.under = case when t.facet = any (parts) then t.facet else '' end
    where t.facet <> 'listed'
  )
  select c.facet, c.value, sum(c.count)::integer from counted c group by 1, 2 having sum(c.count) <> 0
  union all
  select 'total', '', coalesce(sum(bit_count(m.bits)), 0)::integer from masks m where m.under = '';
end
$$;

-- Which commitments these are, where they are not more than so many; else a single null, as where words do not answer it.
create function register_found(terms text[], parts text[], vals text[], most integer) returns setof text language plpgsql stable security definer
set search_path from current set enable_mergejoin = off set enable_seqscan = off as $$
declare
  chunks integer[];
  masks bit(8192)[];
  many bigint;
begin
  if (select coalesce(bool_and(is_of_words(t)), true) from unnest(terms) t) then
    select array_agg(m.chunk), array_agg(m.bits), coalesce(sum(bit_count(m.bits)), 0) into chunks, masks, many
    from register_masks(terms, parts, vals) m where m.under = '' and bit_count(m.bits) > 0;
  end if;
  if many is null or many > most then
    return next null;
    return;
  end if;
  return query with piece as materialized (
      -- Most pieces of a chunk are empty: the others are gone through bit by bit.
      select u.chunk * 8192 + s * 128 as first, substring(u.bits from s * 128 + 1 for 128) as bits
      from unnest(chunks, masks) u (chunk, bits), generate_series(0, 63) s
    )
    select r.id from (select p.first + i as n from piece p, generate_series(0, 127) i where bit_count(p.bits) > 0 and get_bit(p.bits, i) = 1 offset 0) b
      cross join lateral (select id from register_number where n = b.n offset 0) r;
end
$$;

-- As before; a single null where so many are listed, told without finding them.
create or replace function commitments_worded(terms text[], most integer) returns setof text language plpgsql stable security definer
  set search_path from current as $$
declare
  pieces text[] := array(select distinct p from unnest(terms) t, unnest(pieces_of(t)) p);
begin
  if (select bool_and(is_of_words(t)) from unnest(terms) t)
    and (select sum(bit_count(m.bits)) from register_masks(terms, '{}', '{}') m) >= most then
    return next null;
    return;
  end if;
  return query select w.id from register_words w
    where pieces_of(w.search) @> pieces and (select bool_and(strpos(w.search, t) > 0) from unnest(terms) t)
      and (w.side is null or w.side = servanda_party() or current_setting('role') = 'none')
    limit most;
end
$$;
