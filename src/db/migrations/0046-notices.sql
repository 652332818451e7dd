-- Channels between sides, the notices that go over them, and what one side notes for itself.

-- A line between sides: the types of notice it is for, the posts at its ends, the limits that were agreed.
create table channel (
  id text constraint channel_key primary key,
  -- The sides that see it.
  parties text[] not null,
  version integer not null,
  -- A projection: what the actions lead to.
  state jsonb not null,
  constraint channel_of_sides check (cardinality(parties) >= 2),
  constraint channel_version_positive check (version > 0)
);

create table channel_action (
  id text constraint channel_action_key primary key,
  channel_id text not null constraint channel_action_of references channel (id),
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  -- The side it was done for.
  party text not null,
  body jsonb not null,
  hash text not null,
  constraint channel_action_in_order unique (channel_id, sequence),
  constraint channel_action_sequence_positive check (sequence > 0),
  constraint channel_action_by_given check (btrim(by) <> ''),
  constraint channel_action_party_form check (party ~ '^[A-Z]{2}$'),
  constraint channel_action_hash_form check (hash ~ '^[0-9a-f]{64}$')
);
create trigger channel_action_append_only before update or delete or truncate on channel_action
  for each statement execute function refuse_change();

-- A typed message with clocks. Its channel may be unknown here: nothing that comes is dropped.
create table notice (
  id text constraint notice_key primary key,
  -- The sides that see it.
  parties text[] not null,
  version integer not null,
  -- A projection: what the actions lead to.
  state jsonb not null,
  -- Number of its actions that people were told of.
  told integer not null default 0,
  constraint notice_of_sides check (cardinality(parties) >= 2),
  constraint notice_version_positive check (version > 0)
);
create index notice_unfinished on notice (id) where state ->> 'standing' = 'open';
create index notice_by_channel on notice ((state -> 'notice' ->> 'channel'));
create index notice_by_time on notice ((state -> 'issued' ->> 'at') desc);

create table notice_action (
  id text constraint notice_action_key primary key,
  notice_id text not null constraint notice_action_of references notice (id),
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  -- The side it was done for.
  party text not null,
  body jsonb not null,
  hash text not null,
  constraint notice_action_in_order unique (notice_id, sequence),
  constraint notice_action_sequence_positive check (sequence > 0),
  constraint notice_action_by_given check (btrim(by) <> ''),
  constraint notice_action_party_form check (party ~ '^[A-Z]{2}$'),
  constraint notice_action_hash_form check (hash ~ '^[0-9a-f]{64}$'),
  constraint notice_action_first_issues check (sequence > 1 or body ->> 'type' = 'issue')
);
create trigger notice_action_append_only before update or delete or truncate on notice_action
  for each statement execute function refuse_change();

-- What a side notes on a notice: of that side alone, and of no other node.
create table notice_note_action (
  id text constraint notice_note_action_key primary key,
  notice_id text not null constraint notice_note_action_of references notice (id),
  party text not null,
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  body jsonb not null,
  hash text not null,
  constraint notice_note_action_in_order unique (notice_id, party, sequence),
  constraint notice_note_action_sequence_positive check (sequence > 0),
  constraint notice_note_action_by_given check (btrim(by) <> ''),
  constraint notice_note_action_party_form check (party ~ '^[A-Z]{2}$'),
  constraint notice_note_action_hash_form check (hash ~ '^[0-9a-f]{64}$')
);
create trigger notice_note_action_append_only before update or delete or truncate on notice_note_action
  for each statement execute function refuse_change();

-- The walls: the sides of a channel or notice see it, and each speaks for itself alone.
alter table channel enable row level security;
create policy wall on channel to servanda_seat using ((select servanda_party()) = any (parties));
alter table channel_action enable row level security;
create policy wall on channel_action to servanda_seat
  using (exists (select 1 from channel p where p.id = channel_id))
  with check (exists (select 1 from channel p where p.id = channel_id) and party = (select servanda_party()));
alter table notice enable row level security;
create policy wall on notice to servanda_seat using ((select servanda_party()) = any (parties));
alter table notice_action enable row level security;
create policy wall on notice_action to servanda_seat
  using (exists (select 1 from notice p where p.id = notice_id))
  with check (exists (select 1 from notice p where p.id = notice_id) and party = (select servanda_party()));
alter table notice_note_action enable row level security;
create policy wall on notice_note_action to servanda_seat using (party = (select servanda_party()));
