-- Tokens of programs that act from a seat, and what is told to addresses elsewhere when something changes.

create table api_token (
  id text constraint api_token_key primary key,
  account_id text not null constraint api_token_of_account references account (id),
  holding_id text not null constraint api_token_of_holding references holding (id),
  name text not null,
  scopes text[] not null,
  -- SHA-256 of the token, which is shown once and kept nowhere; and its first signs, to tell tokens apart.
  hash text not null constraint api_token_hash_once unique,
  hint text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  constraint api_token_name_given check (btrim(name) <> ''),
  constraint api_token_scopes_known check (scopes <@ array['read', 'propose', 'act', 'admin'] and cardinality(scopes) > 0)
);
create index api_token_by_account on api_token (account_id);

alter table account_action drop constraint account_action_type_known;
alter table account_action add constraint account_action_type_known check (body ->> 'type' in
  ('add', 'rename', 'password', 'totp', 'totp-off', 'recovery', 'invite', 'disable', 'enable', 'hold', 'release', 'locked',
   'identity', 'token', 'token-end'));

create table webhook (
  id text constraint webhook_key primary key,
  account_id text not null constraint webhook_of_account references account (id),
  holding_id text not null constraint webhook_of_holding references holding (id),
  url text not null,
  -- Sealed with the key of this installation.
  secret text not null,
  events text[] not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint webhook_url_form check (url ~ '^https?://'),
  constraint webhook_events_known check (cardinality(events) > 0 and
    events <@ array['commitment', 'work', 'link', 'task', 'publication'])
);
create index webhook_by_account on webhook (account_id);

-- What happened, written with it in one transaction; taken out once every address that asked for it has its delivery.
create table webhook_event (
  id bigint constraint webhook_event_key primary key generated always as identity,
  kind text not null,
  item text not null,
  version integer not null,
  at timestamptz not null
);

create table webhook_delivery (
  id text constraint webhook_delivery_key primary key,
  webhook_id text not null constraint webhook_delivery_of references webhook (id),
  kind text not null,
  item text not null,
  version integer not null,
  at timestamptz not null,
  state text not null,
  attempts integer not null,
  next_at timestamptz not null,
  last_at timestamptz,
  -- The answer of the other end, or what failed.
  status integer,
  failure text,
  constraint webhook_delivery_state_known check (state in ('waiting', 'sent', 'dead', 'hidden')),
  constraint webhook_delivery_attempts_counted check (attempts >= 0)
);
create index webhook_delivery_due on webhook_delivery (next_at) where state = 'waiting';
create index webhook_delivery_of_webhook on webhook_delivery (webhook_id, at desc);

-- What people do, of logs that somebody can ask to be told of. What the rules do by themselves is not told.
create function tell_webhooks() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if exists (select 1 from webhook where ended_at is null) then
    insert into webhook_event (kind, item, version, at)
    select tg_argv[0], to_jsonb(a) ->> tg_argv[1], a.sequence, a.at from added a where a.by <> 'rules';
  end if;
  return null;
end
$$;
create trigger action_told after insert on action referencing new table as added
  for each statement execute function tell_webhooks('commitment', 'commitment_id');
create trigger work_action_told after insert on work_action referencing new table as added
  for each statement execute function tell_webhooks('work', 'work_id');
create trigger lineage_action_told after insert on lineage_action referencing new table as added
  for each statement execute function tell_webhooks('link', 'link_id');
create trigger task_action_told after insert on task_action referencing new table as added
  for each statement execute function tell_webhooks('task', 'task_id');
create trigger publication_action_told after insert on publication_action referencing new table as added
  for each statement execute function tell_webhooks('publication', 'publication_id');
