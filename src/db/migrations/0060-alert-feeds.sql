-- Feeds of warnings that others publish, and the alerts that came in them, of one side.

create table alert_feed (
  id text constraint alert_feed_key primary key,
  party text,
  name text not null,
  url text not null,
  added_at timestamptz not null,
  added_by text not null,
  ended_at timestamptz,
  -- What the other end said of the state it sent, to ask only for what changed.
  etag text,
  changed_at text,
  -- When it was last asked, when it is asked next, and how often it has failed since it last answered.
  asked_at timestamptz,
  next_at timestamptz not null,
  failures integer not null,
  failure text,
  constraint alert_feed_url_form check (url ~ '^https?://'),
  constraint alert_feed_name_given check (btrim(name) <> ''),
  constraint alert_feed_failures_counted check (failures >= 0)
);
create index alert_feed_due on alert_feed (next_at) where ended_at is null;

create table alert_entry (
  id text constraint alert_entry_key primary key,
  feed_id text not null constraint alert_entry_of references alert_feed (id),
  -- What the feed calls it, and the state of it that is kept here.
  entry text not null,
  updated text not null,
  came_at timestamptz not null,
  title text not null,
  link text,
  -- The alert as it came from its address, or written anew from inside the feed; null where there is none that can be read.
  source bytea,
  -- How many errors were found in it, and when it ceases to hold.
  errors integer not null,
  expires_at timestamptz,
  state text not null,
  -- The notice it became.
  notice_id text,
  settled_by text,
  constraint alert_entry_once unique (feed_id, entry),
  constraint alert_entry_state_known check (state in ('new', 'aside', 'used')),
  constraint alert_entry_errors_counted check (errors >= 0)
);
create index alert_entry_latest on alert_entry (came_at desc);

alter table alert_feed enable row level security;
create policy wall on alert_feed to servanda_seat using (party = (select servanda_party()));
alter table alert_entry enable row level security;
create policy wall on alert_entry to servanda_seat using (exists (select 1 from alert_feed f where f.id = feed_id));
