-- Who an identity provider (OpenID Connect) says somebody is, tied to an account at their first sign-in.
create table account_identity (
  -- Issuer and subject together name a person for ever; a mail address can change hands.
  issuer text not null,
  subject text not null,
  account_id text not null constraint account_identity_of references account (id),
  at timestamptz not null,
  constraint account_identity_key primary key (issuer, subject),
  constraint account_identity_once unique (account_id, issuer)
);

alter table account_action drop constraint account_action_type_known;
alter table account_action add constraint account_action_type_known check (body ->> 'type' in
  ('add', 'rename', 'password', 'totp', 'totp-off', 'recovery', 'invite', 'disable', 'enable', 'hold', 'release', 'locked',
   'identity'));
