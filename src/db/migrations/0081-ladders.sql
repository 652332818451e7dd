-- By which ladder a side urges in a relation, where its people set one; the program's stands until then.
create table ladder_action (
  id text constraint ladder_action_key primary key,
  relation text not null,
  party text not null,
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  body jsonb not null,
  hash text not null,
  constraint ladder_action_in_order unique (relation, party, sequence),
  constraint ladder_action_sequence_positive check (sequence > 0),
  constraint ladder_action_by_given check (btrim(by) <> ''),
  constraint ladder_action_party_form check (party ~ '^[A-Z]{2}$'),
  constraint ladder_action_hash_form check (hash ~ '^[0-9a-f]{64}$')
);
create trigger ladder_action_append_only before update or delete or truncate on ladder_action
  for each statement execute function refuse_change();

-- The wall: a side's own is read by all of it, and set by its secretariat and leaders.
alter table ladder_action enable row level security;
create policy wall on ladder_action to servanda_seat
  using (party = (select servanda_party()))
  with check (party = (select servanda_party()) and (select seat_keeps()));
