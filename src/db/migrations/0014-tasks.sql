-- Tasks: what a side gives its units to keep its commitments, and everything that happens to it.

create table task (
  id text constraint task_key primary key,
  -- The side whose task it is: the outermost wall.
  party text not null,
  constraint task_party_code check (party ~ '^[A-Z]{2}$')
);

create table task_action (
  id text constraint task_action_key primary key,
  task_id text not null constraint task_action_of_task references task (id),
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  body jsonb not null,
  constraint task_action_in_order unique (task_id, sequence),
  constraint task_action_sequence_positive check (sequence > 0),
  constraint task_action_by_given check (btrim(by) <> ''),
  constraint task_action_first_assigns check ((sequence = 1) = (body ->> 'type' = 'assign'))
);

create trigger task_action_append_only before update or delete or truncate on task_action
  for each statement execute function refuse_change();

-- A projection of the actions, one row a version: the row without an end is the present, the others say how the task stood
-- on any past day.
create table task_state (
  task_id text not null constraint task_state_of_task references task (id),
  version integer not null,
  since timestamptz not null,
  until timestamptz,
  party text not null,
  audience text not null,
  title text not null,
  parent_id text constraint task_state_parent references task (id),
  commitments text[] not null,
  lead text not null,
  partners text[] not null,
  unresolved text[] not null,
  lifecycle text not null,
  outcome text,
  -- Days: first required, counting now, settled on.
  required date,
  due date,
  ended date,
  waiting boolean not null,
  -- False where all it serves is support or a position.
  owed boolean not null,
  strength text not null,
  every text,
  -- Open at this version: reports on their way, obstacles, requests for more time, urgings without a reply, parts not given.
  reports integer not null,
  obstacles integer not null,
  requests integer not null,
  urgings integer not null,
  parts integer not null,
  reported_at timestamptz,
  constraint task_state_key primary key (task_id, version),
  constraint task_state_audience_known check (audience in ('internal', 'own-side', 'shared', 'public')),
  constraint task_state_one_lead check (btrim(lead) <> '' and not (lead = any (partners))),
  constraint task_state_keeps_something check (cardinality(commitments) > 0),
  constraint task_state_lifecycle_known check (lifecycle in ('assigned', 'sent-back', 'accepted', 'planned', 'under-way',
    'reported-done', 'settled', 'disputed', 'closed')),
  constraint task_state_outcome_known check (outcome in ('done', 'broken', 'dropped')),
  constraint task_state_settled check ((outcome is null) = (ended is null)),
  constraint task_state_strength_known check (strength in ('support', 'study', 'promote', 'implement', 'deliver')),
  constraint task_state_every_known check (every in ('month', 'quarter', 'half-year', 'year')),
  constraint task_state_forward check (since <= until)
);
create unique index task_state_present on task_state (task_id) where until is null;
create index task_state_by_lead on task_state (lead, due) where until is null;
create index task_state_by_due on task_state (party, due) where until is null;
create index task_state_by_partner on task_state using gin (partners) where until is null;
create index task_state_by_commitment on task_state using gin (commitments) where until is null;
create index task_state_by_parent on task_state (parent_id) where until is null;
create index task_state_by_time on task_state (since, until);

-- Files given as evidence, kept as they came.
create table task_file (
  sha256 text not null,
  task_id text not null constraint task_file_of_task references task (id),
  name text not null,
  type text not null,
  size integer not null,
  bytes bytea not null,
  added_at timestamptz not null,
  added_by text not null,
  constraint task_file_key primary key (task_id, sha256),
  constraint task_file_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint task_file_whole check (octet_length(bytes) = size)
);

create trigger task_file_append_only before update or delete or truncate on task_file
  for each statement execute function refuse_change();

-- The wall: a seat sees the tasks of its own side; internal ones only from the secretariat, the leaders and the units they name.
create function seat_units() returns text[] language sql stable parallel safe
  as $$ select string_to_array(coalesce(current_setting('servanda.units', true), ''), ',') $$;
create function seat_keeps() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('servanda.role', true), '') in ('secretariat', 'leader') $$;

alter table task enable row level security;
create policy wall on task to servanda_seat using (party = (select servanda_party()));

alter table task_state enable row level security;
create policy wall on task_state to servanda_seat
  using (party = (select servanda_party()) and (audience <> 'internal' or (select seat_keeps())
    or lead = any ((select seat_units())::text[]) or partners && (select seat_units())))
  with check (party = (select servanda_party()));

alter table task_action enable row level security;
create policy wall on task_action to servanda_seat
  using (exists (select 1 from task_state s where s.task_id = task_action.task_id and s.until is null))
  with check (exists (select 1 from task t where t.id = task_id));

alter table task_file enable row level security;
create policy wall on task_file to servanda_seat
  using (exists (select 1 from task_state s where s.task_id = task_file.task_id and s.until is null))
  with check (exists (select 1 from task t where t.id = task_id));
