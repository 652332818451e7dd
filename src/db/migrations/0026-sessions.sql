-- Series of sessions: mechanisms that meet again and again, their agendas, decisions and evidence. Both sides keep one log.

create table series (
  -- Of a card of the profile (`<relation>~card~<id>`), of a mechanism of the registers, or of its own.
  id text constraint series_key primary key,
  relation text not null,
  -- The side whose own it is; null where both take part.
  side text,
  -- Seen by secretariats and leaders only.
  restricted boolean not null,
  -- The mechanism of the registers whose mentions and facts belong to it.
  entity text constraint series_of_entity references entity (id),
  version integer not null,
  -- A projection: what the actions lead to.
  state jsonb not null,
  constraint series_side_form check (side ~ '^[A-Z]{2}$'),
  constraint series_version_positive check (version > 0)
);
create index series_by_entity on series (entity);

create table series_action (
  id text constraint series_action_key primary key,
  series_id text not null constraint series_action_of_series references series (id),
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  -- The side it was done for; null on a machine without accounts.
  party text,
  body jsonb not null,
  constraint series_action_in_order unique (series_id, sequence),
  constraint series_action_sequence_positive check (sequence > 0),
  constraint series_action_by_given check (btrim(by) <> ''),
  constraint series_action_party_form check (party ~ '^[A-Z]{2}$'),
  constraint series_action_first_begins check ((sequence = 1) = (body ->> 'type' = 'begin'))
);
create trigger series_action_append_only before update or delete or truncate on series_action
  for each statement execute function refuse_change();

-- What one side notes for itself on a session or an item of its agenda; the latest on each counts.
create table series_note (
  id text constraint series_note_key primary key,
  series_id text not null constraint series_note_of_series references series (id),
  about text not null,
  party text,
  at timestamptz not null,
  by text not null,
  text text not null,
  constraint series_note_by_given check (btrim(by) <> ''),
  constraint series_note_party_form check (party ~ '^[A-Z]{2}$')
);
create index series_note_by_series on series_note (series_id, at);
create trigger series_note_append_only before update or delete or truncate on series_note
  for each statement execute function refuse_change();

-- The wall: both sides read a series of both; nobody but the side itself reads its notes, nor writes for another side.
alter table series enable row level security;
create policy wall on series to servanda_seat
  using ((side is null or side = (select servanda_party())) and (not restricted or (select seat_keeps())));
alter table series_action enable row level security;
create policy wall on series_action to servanda_seat
  using (exists (select 1 from series s where s.id = series_id))
  with check (exists (select 1 from series s where s.id = series_id) and party = (select servanda_party()));
alter table series_note enable row level security;
create policy wall on series_note to servanda_seat
  using (party = (select servanda_party()) and exists (select 1 from series s where s.id = series_id));
