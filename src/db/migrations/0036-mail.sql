-- Letters that went out by mail, so that a reply that is brought in is matched to what it answers.

create table letter_mail (
  id text constraint letter_mail_key primary key,
  party text not null,
  -- What stands in the subject, for replies that have lost their thread.
  reference text not null constraint letter_mail_reference unique,
  unit text not null,
  -- The urgings of tasks that the letter is about: task and urging.
  urgings jsonb not null,
  addresses text[] not null,
  sent_at timestamptz not null,
  sent_by text not null,
  constraint letter_mail_party_code check (party ~ '^[A-Z]{2}$'),
  constraint letter_mail_by_given check (btrim(sent_by) <> '')
);
create index letter_mail_by_time on letter_mail (party, sent_at desc);

-- The wall: letters are the side's own, for its secretariat and leaders.
alter table letter_mail enable row level security;
create policy wall on letter_mail to servanda_seat
  using (party = (select servanda_party()) and (select seat_keeps()));
