-- Sheets that came back from outside: what each brought in, so that it can be taken back as a whole; how foreign lists are read; and the
-- secret addresses under which a calendar is fetched.

create table sheet_batch (
  id text constraint sheet_batch_key primary key,
  -- The side it was brought in for; null on a machine without accounts.
  party text,
  file text not null,
  sha256 text not null,
  form text not null,
  at timestamptz not null,
  by text not null,
  -- What was done, in order: noun, id, the actions, the row of the sheet.
  items jsonb not null,
  undone_at timestamptz,
  undone_by text,
  -- Of the items those that were not taken back, because somebody went on from there.
  kept jsonb not null,
  constraint sheet_batch_party_form check (party ~ '^[A-Z]{2}$'),
  constraint sheet_batch_form_known check (form in ('commitments', 'tasks', 'reports', 'foreign')),
  constraint sheet_batch_by_given check (btrim(by) <> ''),
  constraint sheet_batch_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint sheet_batch_undone_whole check ((undone_at is null) = (undone_by is null))
);
create index sheet_batch_by_time on sheet_batch (party, at desc);

create table sheet_mapping (
  id text constraint sheet_mapping_key primary key,
  party text,
  -- Hash of the header's words, in order.
  signature text not null,
  -- What each column is, in order; null for one that is not read.
  fields jsonb not null,
  at timestamptz not null,
  by text not null,
  constraint sheet_mapping_party_form check (party ~ '^[A-Z]{2}$'),
  constraint sheet_mapping_once unique nulls not distinct (party, signature)
);

create table calendar_feed (
  id text constraint calendar_feed_key primary key,
  -- The post whose holder fetches it, by holding; null on a machine without accounts.
  hand text constraint calendar_feed_of_holding references holding (id),
  -- One unit's calendar; null for all the seat is to know.
  unit text,
  locale text not null,
  -- Only the hash of the address is kept: whoever reads the database cannot fetch the calendar.
  token_sha256 text not null constraint calendar_feed_token unique,
  made_at timestamptz not null,
  fetched_at timestamptz,
  revoked_at timestamptz,
  constraint calendar_feed_token_form check (token_sha256 ~ '^[0-9a-f]{64}$')
);
create index calendar_feed_by_hand on calendar_feed (hand);

-- The wall: what a side's seats brought in is that side's to see and take back.
alter table sheet_batch enable row level security;
create policy wall on sheet_batch to servanda_seat using (party = (select servanda_party()));
alter table sheet_mapping enable row level security;
create policy wall on sheet_mapping to servanda_seat using (party = (select servanda_party()));
