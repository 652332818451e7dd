-- What two nodes hold together, what the other shares, and which of our keys it trusts.

alter table partner add column trusts text[] not null default '{}';

-- What another node shares of its side: the latest it said of each thing, nothing of which is ours to change.
create table partner_share (
  partner_id text not null constraint partner_share_of references partner (id),
  kind text not null,
  id text not null,
  -- The side of ours that sees it, and the side that shares it.
  own text not null,
  party text not null,
  version integer not null,
  at timestamptz not null,
  view jsonb not null,
  -- Commitments of ours it is about, by their exact words.
  commitments text[] not null,
  ended boolean not null,
  constraint partner_share_key primary key (partner_id, kind, id),
  constraint partner_share_kind_known check (kind in ('task', 'reading', 'publication')),
  constraint partner_share_version_positive check (version > 0)
);
create index partner_share_by_commitment on partner_share using gin (commitments);

-- What we last told a partner of a thing, so that nothing is said twice.
create table partner_told (
  partner_id text not null constraint partner_told_to references partner (id),
  kind text not null,
  id text not null,
  own text not null,
  hash text not null,
  constraint partner_told_key primary key (partner_id, kind, id)
);

-- Papers that two sides hold together: every edit and agreement of either, each once, in whatever order they came.
create table joint_thing (
  id text constraint joint_thing_key primary key,
  kind text not null,
  own text not null,
  partner_id text not null constraint joint_thing_with references partner (id),
  begun_at timestamptz not null,
  constraint joint_thing_kind_known check (kind in ('conclusion', 'session'))
);
create table joint_entry (
  thing_id text not null constraint joint_entry_of references joint_thing (id),
  -- The edit's own hash, or for an agreement the side and the hash it agrees to.
  id text not null,
  entry jsonb not null,
  at timestamptz not null,
  by text not null,
  constraint joint_entry_key primary key (thing_id, id)
);
create trigger joint_entry_append_only before update or delete or truncate on joint_entry
  for each statement execute function refuse_change();

alter table partner_share enable row level security;
create policy wall on partner_share to servanda_seat using (own = (select servanda_party()));
alter table partner_told enable row level security;
create policy wall on partner_told to servanda_seat using (own = (select servanda_party()));
alter table joint_thing enable row level security;
create policy wall on joint_thing to servanda_seat using (own = (select servanda_party()));
alter table joint_entry enable row level security;
create policy wall on joint_entry to servanda_seat using (exists (select 1 from joint_thing t where t.id = thing_id));
