-- Who was told of a notice, and whether the mail went out. An exercise writes the same rows and sends nothing.

create table notice_page (
  id text constraint notice_page_key primary key,
  -- Null where a desk is reminded to confirm itself.
  notice_id text constraint notice_page_of_notice references notice (id),
  -- What it tells of: the action of the notice, or the desk and the month of a reminder.
  about text not null,
  reason text not null,
  party text not null,
  post_id text constraint notice_page_to_post references duty_post (id),
  -- Who, as the roster or the desk says; empty address where nobody could be found.
  name text not null,
  address text not null,
  made_at timestamptz not null,
  mail text not null,
  attempts integer not null default 0,
  next_at timestamptz not null,
  sent_at timestamptz,
  error text,
  constraint notice_page_once unique (about, party, address),
  constraint notice_page_party_form check (party ~ '^[A-Z]{2}$'),
  constraint notice_page_reason_known check (reason in ('issue', 'update', 'cancel', 'escalate', 'confirm')),
  constraint notice_page_mail_known check (mail in ('off', 'exercise', 'waiting', 'sent', 'failed', 'nobody')),
  constraint notice_page_sent_when check ((mail = 'sent') = (sent_at is not null))
);
create index notice_page_due on notice_page (next_at) where mail = 'waiting';
create index notice_page_by_notice on notice_page (notice_id);

-- The wall: whom a side told is its own.
alter table notice_page enable row level security;
create policy wall on notice_page to servanda_seat using (party = (select servanda_party()));
