-- Exchange with other nodes: who we are, who they are, the keys of both, what leaves and what came.

-- This installation under the name that others know it by; one row at most.
create table exchange_node (
  one boolean constraint exchange_node_key primary key default true,
  id text not null,
  name text not null,
  -- Where others reach it; null where it is reached by files alone.
  address text,
  set_at timestamptz not null,
  set_by text not null,
  constraint exchange_node_single check (one),
  constraint exchange_node_id_form check (id ~ '^urn:servanda:[a-z0-9]([a-z0-9.-]{0,62}[a-z0-9])?$'),
  constraint exchange_node_name_given check (btrim(name) <> '')
);

-- Keys of this node, the public half. A key that ends is still good for checking what it signed.
create table exchange_key (
  id text constraint exchange_key_key primary key,
  algorithm text not null,
  public jsonb not null,
  fingerprint text not null,
  made_at timestamptz not null,
  made_by text not null,
  -- From then on nothing is signed with it.
  ends_at timestamptz,
  revoked_at timestamptz
);

-- The private half, sealed with the key of this installation; in no backup and no export, and no seat reads it.
create table exchange_secret (
  key_id text constraint exchange_secret_key primary key constraint exchange_secret_of references exchange_key (id),
  sealed text not null
);

-- Another node, and how far each has what the other sent.
create table partner (
  id text constraint partner_key_of_node primary key,
  name text not null,
  -- The side it speaks for, and the side of ours that exchanges with it.
  party text not null,
  own text not null,
  kind text not null,
  address text,
  state text not null,
  -- The types of message that go to it by themselves.
  types text[] not null,
  -- The highest number given to a message to it.
  sealed integer not null default 0,
  -- What it last said of itself: all of ours up to, the highest of ours, the highest it sent.
  has_all integer not null default 0,
  has_highest integer not null default 0,
  has_sent integer not null default 0,
  said_at timestamptz,
  tried_at timestamptz,
  reached_at timestamptz,
  receipt_at timestamptz,
  heard_at timestamptz,
  failure text,
  added_at timestamptz not null,
  added_by text not null,
  constraint partner_id_form check (id ~ '^urn:servanda:[a-z0-9]([a-z0-9.-]{0,62}[a-z0-9])?$'),
  constraint partner_party_form check (party ~ '^[A-Z]{2}$' and own ~ '^[A-Z]{2}$'),
  constraint partner_kind_known check (kind in ('other-side', 'own-side', 'joint')),
  constraint partner_state_known check (state in ('active', 'paused', 'ended')),
  constraint partner_address_form check (address ~ '^https?://'),
  constraint partner_name_given check (btrim(name) <> '')
);

create table partner_key (
  partner_id text not null constraint partner_key_of references partner (id),
  key_id text not null,
  algorithm text not null,
  public jsonb not null,
  fingerprint text not null,
  -- Offered by the node itself over the link; trusted once a person compared the fingerprint.
  state text not null,
  added_at timestamptz not null,
  added_by text not null,
  trusted_at timestamptz,
  trusted_by text,
  ends_at timestamptz,
  revoked_at timestamptz,
  constraint partner_key_key primary key (partner_id, key_id),
  constraint partner_key_state_known check (state in ('offered', 'trusted', 'revoked')),
  constraint partner_key_trusted_by_person check ((state = 'offered') = (trusted_at is null))
);
create index partner_key_by_id on partner_key (key_id);

-- What leaves, written in the transaction of what it tells of. Number, envelope and signature are given when it is sealed.
create table outbox (
  id text constraint outbox_key primary key,
  partner_id text not null constraint outbox_to references partner (id),
  party text not null,
  type text not null,
  subject text not null,
  class text not null,
  data jsonb not null,
  attachments jsonb not null,
  made_at timestamptz not null,
  made_by text not null,
  -- held: waits for a second person; queued: not sealed yet; waiting: sealed, no receipt yet; dead: given up until resent.
  state text not null,
  released_by text,
  sequence integer,
  envelope text,
  hash text,
  attempts integer not null default 0,
  next_at timestamptz not null,
  last_at timestamptz,
  failure text,
  receipt text,
  delivered_at timestamptz,
  via text,
  constraint outbox_number_once unique (partner_id, sequence),
  constraint outbox_state_known check (state in ('held', 'queued', 'waiting', 'delivered', 'dead', 'withheld')),
  constraint outbox_sealed_whole check ((sequence is null) = (envelope is null) and (envelope is null) = (hash is null)),
  constraint outbox_sent_sealed check (state in ('held', 'queued', 'withheld') or envelope is not null),
  constraint outbox_delivered_receipt check ((state = 'delivered') = (delivered_at is not null)),
  constraint outbox_via_known check (via in ('link', 'file', 'returned'))
);
create index outbox_due on outbox (next_at) where state in ('queued', 'waiting');
create index outbox_by_time on outbox (partner_id, made_at desc);

-- What came, exactly as it came; kept before anything is done with it.
create table inbox (
  source text not null,
  id text not null,
  partner_id text not null constraint inbox_from references partner (id),
  party text not null,
  sequence integer not null,
  type text not null,
  subject text not null,
  envelope text not null,
  hash text not null,
  received_at timestamptz not null,
  receipt text not null,
  state text not null,
  attempts integer not null default 0,
  failure text,
  via text not null,
  constraint inbox_key primary key (source, id),
  constraint inbox_number_once unique (partner_id, sequence),
  constraint inbox_state_known check (state in ('waiting', 'done', 'failed')),
  constraint inbox_via_known check (via in ('link', 'file'))
);
create index inbox_to_do on inbox (received_at) where state <> 'done';
create index inbox_by_time on inbox (partner_id, received_at desc);

create table exchange_attachment (
  sha256 text constraint exchange_attachment_key primary key,
  size integer not null,
  bytes bytea not null,
  added_at timestamptz not null,
  constraint exchange_attachment_hash_form check (sha256 ~ '^[0-9a-f]{64}$')
);

-- What was used once is refused until it would have expired anyhow.
create table exchange_nonce (
  key_id text not null,
  nonce text not null,
  expires_at timestamptz not null,
  constraint exchange_nonce_key primary key (key_id, nonce)
);
create index exchange_nonce_expired on exchange_nonce (expires_at);

create table exchange_action (
  id text constraint exchange_action_key primary key,
  partner_id text not null constraint exchange_action_of references partner (id),
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  body jsonb not null,
  hash text not null,
  constraint exchange_action_in_order unique (partner_id, sequence),
  constraint exchange_action_sequence_positive check (sequence > 0),
  constraint exchange_action_by_given check (btrim(by) <> ''),
  constraint exchange_action_hash_form check (hash ~ '^[0-9a-f]{64}$')
);
create trigger exchange_action_append_only before update or delete or truncate on exchange_action
  for each statement execute function refuse_change();

-- The walls: the exchange of a side is seen by its own seats.
alter table partner enable row level security;
create policy wall on partner to servanda_seat using (own = (select servanda_party()));
alter table partner_key enable row level security;
create policy wall on partner_key to servanda_seat using (exists (select 1 from partner p where p.id = partner_id));
alter table outbox enable row level security;
create policy wall on outbox to servanda_seat
  using (party = (select servanda_party()))
  with check (party = (select servanda_party()) and state in ('held', 'queued') and envelope is null);
alter table inbox enable row level security;
create policy wall on inbox to servanda_seat using (party = (select servanda_party()));
alter table exchange_action enable row level security;
create policy wall on exchange_action to servanda_seat using (exists (select 1 from partner p where p.id = partner_id));
