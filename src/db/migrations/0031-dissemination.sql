-- Whom a side sent a text to, who confirmed that it came, and who studied it with their people.

create table dissemination_action (
  id text constraint dissemination_action_key primary key,
  work_id text not null constraint dissemination_action_of_work references work (id),
  -- The side whose units it was sent to.
  party text not null,
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  body jsonb not null,
  hash text not null,
  constraint dissemination_action_in_order unique (work_id, party, sequence),
  constraint dissemination_action_sequence_positive check (sequence > 0),
  constraint dissemination_action_by_given check (btrim(by) <> ''),
  constraint dissemination_action_party_form check (party ~ '^[A-Z]{2}$'),
  constraint dissemination_action_hash_form check (hash ~ '^[0-9a-f]{64}$')
);
create trigger dissemination_action_append_only before update or delete or truncate on dissemination_action
  for each statement execute function refuse_change();

-- The wall: a side's own, of works that the seat sees.
alter table dissemination_action enable row level security;
create policy wall on dissemination_action to servanda_seat
  using (party = (select servanda_party()) and exists (select 1 from work w where w.id = work_id))
  with check (party = (select servanda_party()) and exists (select 1 from work w where w.id = work_id));
