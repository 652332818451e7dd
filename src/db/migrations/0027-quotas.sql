-- Quotas: what one side gives the other in a year, with a ledger of what was promised, granted and used. And the hashes of the
-- logs of series, as every log has them (0029-chains).

alter table series_action add column hash text constraint series_action_hash_form check (hash ~ '^[0-9a-f]{64}$');

create table quota (
  id text constraint quota_key primary key,
  -- The side whose own it is; null where both read it.
  side text,
  -- The commitment it was promised in; null where it was given unasked.
  commitment_id text constraint quota_of_commitment references commitment (id),
  kind text not null,
  giver text not null,
  receiver text not null,
  year integer not null,
  version integer not null,
  -- A projection: the sums of the ledger.
  promised integer not null,
  granted integer not null,
  used integer not null,
  constraint quota_side_form check (side ~ '^[A-Z]{2}$'),
  constraint quota_named check (btrim(kind) <> '' and btrim(giver) <> '' and btrim(receiver) <> ''),
  constraint quota_year_range check (year between 1900 and 2200),
  constraint quota_sums check (promised >= 0 and granted >= used and used >= 0),
  constraint quota_version_positive check (version > 0)
);
create index quota_by_commitment on quota (commitment_id);
create index quota_by_year on quota (year);

create table quota_action (
  id text constraint quota_action_key primary key,
  quota_id text not null constraint quota_action_of_quota references quota (id),
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  -- The side it was entered for; null on a machine without accounts.
  party text,
  body jsonb not null,
  hash text not null,
  constraint quota_action_in_order unique (quota_id, sequence),
  constraint quota_action_sequence_positive check (sequence > 0),
  constraint quota_action_by_given check (btrim(by) <> ''),
  constraint quota_action_party_form check (party ~ '^[A-Z]{2}$'),
  constraint quota_action_hash_form check (hash ~ '^[0-9a-f]{64}$'),
  constraint quota_action_first_opens check ((sequence = 1) = (body ->> 'type' = 'open'))
);
create trigger quota_action_append_only before update or delete or truncate on quota_action
  for each statement execute function refuse_change();

-- The wall: a quota that hangs from a commitment is seen by whom the commitment is open to.
alter table quota enable row level security;
create policy wall on quota to servanda_seat
  using ((side is null or side = (select servanda_party()))
    and (commitment_id is null or exists (select 1 from commitment c where c.id = commitment_id)));
alter table quota_action enable row level security;
create policy wall on quota_action to servanda_seat
  using (exists (select 1 from quota q where q.id = quota_id))
  with check (exists (select 1 from quota q where q.id = quota_id) and party = (select servanda_party()));
