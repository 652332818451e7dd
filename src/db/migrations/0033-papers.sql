-- Papers that were made of the register: kept as they left it, byte for byte, with their number; never changed afterwards.
create table paper (
  id text constraint paper_key primary key,
  -- The side whose paper it is: the outermost wall.
  party text not null,
  kind text not null,
  layout text not null,
  relation text not null,
  language text not null,
  title text not null,
  issuer text not null,
  -- The row of numbers it belongs to, and its number there; null where it was made without one.
  series text not null,
  number integer,
  notation text not null,
  -- Its own day, where it bears one.
  date date,
  -- What it was made of and for.
  request jsonb not null,
  docx bytea not null,
  docx_sha256 text not null,
  pdf bytea not null,
  pdf_sha256 text not null,
  made_at timestamptz not null,
  made_by text not null,
  constraint paper_party_code check (party ~ '^[A-Z]{2}$'),
  constraint paper_number_positive check (number > 0)
);
create index paper_by_day on paper (party, made_at desc);
-- A number is given once in its row.
create unique index paper_number_once on paper (party, series, number) where number is not null;

create trigger paper_append_only before update or delete or truncate on paper
  for each statement execute function refuse_change();

-- The wall: of its side, who keeps its tasks, and whoever made it; a paper may tell of tasks that others do not see.
alter table paper enable row level security;
create policy wall on paper to servanda_seat
  using (party = (select servanda_party())
    and ((select seat_keeps()) or made_by = (select coalesce(current_setting('servanda.hand', true), ''))))
  with check (party = (select servanda_party()) and made_by = (select coalesce(current_setting('servanda.hand', true), '')));

-- Numbers that a side has given in a row: also of papers whose seat does not see them, so that none is given twice.
create function paper_last_number(of_party text, of_series text) returns integer language sql stable security definer set search_path from current
  as $$ select coalesce(max(number), 0) from paper
    where party = coalesce(servanda_party(), of_party) and party = of_party and series = of_series $$;
