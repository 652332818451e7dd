-- Paired milestones: one object that both sides see, with a state of each side's own.

create table pair (
  id text constraint pair_key primary key,
  commitment_id text constraint pair_of_commitment references commitment (id),
  parties text[] not null,
  version integer not null,
  -- A projection: what the actions lead to.
  state jsonb not null,
  constraint pair_of_several check (cardinality(parties) > 1),
  constraint pair_version_positive check (version > 0)
);
create index pair_by_commitment on pair (commitment_id);

create table pair_action (
  id text constraint pair_action_key primary key,
  pair_id text not null constraint pair_action_of_pair references pair (id),
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  -- The side it was done for; null on a machine without accounts.
  party text,
  body jsonb not null,
  hash text not null,
  constraint pair_action_in_order unique (pair_id, sequence),
  constraint pair_action_sequence_positive check (sequence > 0),
  constraint pair_action_by_given check (btrim(by) <> ''),
  constraint pair_action_party_form check (party ~ '^[A-Z]{2}$'),
  constraint pair_action_hash_form check (hash ~ '^[0-9a-f]{64}$'),
  constraint pair_action_first_opens check ((sequence = 1) = (body ->> 'type' = 'open'))
);
create trigger pair_action_append_only before update or delete or truncate on pair_action
  for each statement execute function refuse_change();

-- The wall: the sides of a pair see it, and each speaks for itself alone.
alter table pair enable row level security;
create policy wall on pair to servanda_seat
  using ((select servanda_party()) = any (parties)
    and (commitment_id is null or exists (select 1 from commitment c where c.id = commitment_id)));
alter table pair_action enable row level security;
create policy wall on pair_action to servanda_seat
  using (exists (select 1 from pair p where p.id = pair_id))
  with check (exists (select 1 from pair p where p.id = pair_id) and party = (select servanda_party())
    and coalesce(body ->> 'party', party) = party);
