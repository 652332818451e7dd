-- What each person was told of the tasks that are pressing, once a day; and what reached nobody, because no one holds the post.
create table urging_digest (
  id text constraint urging_digest_key primary key,
  day date not null,
  party text not null,
  -- Null for what reaches nobody.
  person text constraint urging_digest_of_person references account (id),
  items jsonb not null,
  -- `off`: no mail is set up, or there is nobody to write to.
  mail text not null,
  error text,
  made_at timestamptz not null,
  constraint urging_digest_party_code check (party ~ '^[A-Z]{2}$'),
  constraint urging_digest_mail_known check (mail in ('off', 'waiting', 'sent', 'failed')),
  constraint urging_digest_of_somebody check (person is not null or mail = 'off')
);
create index urging_digest_by_day on urging_digest (party, day desc);
create index urging_digest_by_person on urging_digest (person, day desc);
create index urging_digest_unsent on urging_digest (day) where mail in ('waiting', 'failed');

create index task_action_urgings on task_action (at desc) where body ->> 'type' = 'urge';

-- The wall: a person sees their own digests; the secretariat and leaders those of their side.
create function seat_account() returns text language sql stable parallel safe
  as $$ select account_id from holding where id = coalesce(current_setting('servanda.hand', true), '') $$;
alter table urging_digest enable row level security;
create policy wall on urging_digest to servanda_seat
  using (party = (select servanda_party()) and ((select seat_keeps()) or person = (select seat_account())));
