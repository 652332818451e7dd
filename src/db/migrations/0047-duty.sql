-- Duty posts, and who sits at them.

-- A desk with its telephone and mail; the sides that share a channel with it may call it.
create table duty_post (
  id text constraint duty_post_key primary key,
  -- The sides that see it.
  parties text[] not null,
  version integer not null,
  -- A projection: what the actions lead to.
  state jsonb not null,
  constraint duty_post_of_sides check (cardinality(parties) >= 1),
  constraint duty_post_version_positive check (version > 0)
);

create table duty_post_action (
  id text constraint duty_post_action_key primary key,
  post_id text not null constraint duty_post_action_of references duty_post (id),
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  -- The side it was done for.
  party text not null,
  body jsonb not null,
  hash text not null,
  constraint duty_post_action_in_order unique (post_id, sequence),
  constraint duty_post_action_sequence_positive check (sequence > 0),
  constraint duty_post_action_by_given check (btrim(by) <> ''),
  constraint duty_post_action_party_form check (party ~ '^[A-Z]{2}$'),
  constraint duty_post_action_hash_form check (hash ~ '^[0-9a-f]{64}$')
);
create trigger duty_post_action_append_only before update or delete or truncate on duty_post_action
  for each statement execute function refuse_change();

-- Who sits at a desk and when: under the id of its post, seen by its own side alone.
create table duty_roster (
  id text constraint duty_roster_key primary key constraint duty_roster_of_post references duty_post (id),
  -- The sides that see it.
  parties text[] not null,
  version integer not null,
  -- A projection: what the actions lead to.
  state jsonb not null,
  constraint duty_roster_of_sides check (cardinality(parties) >= 1),
  constraint duty_roster_version_positive check (version > 0)
);

create table duty_roster_action (
  id text constraint duty_roster_action_key primary key,
  roster_id text not null constraint duty_roster_action_of references duty_roster (id),
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  -- The side it was done for.
  party text not null,
  body jsonb not null,
  hash text not null,
  constraint duty_roster_action_in_order unique (roster_id, sequence),
  constraint duty_roster_action_sequence_positive check (sequence > 0),
  constraint duty_roster_action_by_given check (btrim(by) <> ''),
  constraint duty_roster_action_party_form check (party ~ '^[A-Z]{2}$'),
  constraint duty_roster_action_hash_form check (hash ~ '^[0-9a-f]{64}$')
);
create trigger duty_roster_action_append_only before update or delete or truncate on duty_roster_action
  for each statement execute function refuse_change();

-- The walls: a desk is seen by its side and by those that share a channel with its side; its roster by its own side.
alter table duty_post enable row level security;
create policy wall on duty_post to servanda_seat
  using ((select servanda_party()) = any (parties) or exists (select 1 from channel c where c.parties && duty_post.parties))
  with check ((select servanda_party()) = any (parties));
alter table duty_post_action enable row level security;
create policy wall on duty_post_action to servanda_seat
  using (exists (select 1 from duty_post p where p.id = post_id))
  with check (exists (select 1 from duty_post p where p.id = post_id) and party = (select servanda_party()));
alter table duty_roster enable row level security;
create policy wall on duty_roster to servanda_seat using ((select servanda_party()) = any (parties));
alter table duty_roster_action enable row level security;
create policy wall on duty_roster_action to servanda_seat
  using (exists (select 1 from duty_roster p where p.id = roster_id))
  with check (exists (select 1 from duty_roster p where p.id = roster_id) and party = (select servanda_party()));
