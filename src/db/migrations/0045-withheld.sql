-- A message the gate did not let leave is kept with the reason, so that a person sees it; its words are not in it.
drop policy wall on outbox;
create policy wall on outbox to servanda_seat
  using (party = (select servanda_party()))
  with check (party = (select servanda_party()) and state in ('held', 'queued', 'withheld') and envelope is null);

-- Shares are matched by exact words.
comment on column partner_share.commitments is 'The quotes of the commitments it is about';
