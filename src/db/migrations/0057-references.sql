-- Where the words a partner speaks of stand here: which commitment of ours they are, how that was found, and who said so.
create table partner_reference (
  partner_id text not null constraint partner_reference_of references partner (id),
  -- SHA-256 of the reference: the words, their place and their work.
  key text not null,
  own text not null,
  reference jsonb not null,
  -- open: nobody knows yet; file, words: found by the rules; person: somebody said so; none: somebody said it is none of ours.
  found text not null,
  commitment_id text constraint partner_reference_to references commitment (id),
  -- The newest commitment there was when the rules last looked: only later ones can be the one.
  looked_at text not null,
  at timestamptz not null,
  by text not null,
  constraint partner_reference_key primary key (partner_id, key),
  constraint partner_reference_key_form check (key ~ '^[0-9a-f]{64}$'),
  constraint partner_reference_found_known check (found in ('open', 'file', 'words', 'person', 'none')),
  constraint partner_reference_found_whole check ((commitment_id is null) = (found in ('open', 'none')))
);
create index partner_reference_by_commitment on partner_reference (commitment_id) where commitment_id is not null;
create index partner_reference_open on partner_reference (looked_at) where found = 'open';
alter table partner_reference enable row level security;
create policy wall on partner_reference to servanda_seat using (own = (select servanda_party()));

-- Quotes alone said nothing of the work they stand in.
comment on column partner_share.commitments is 'Keys of the references it is about';

-- Of hands a seat knows its own. What the other side is told is how one's own side reads a commitment, whoever of it did.
create function parties_of_hands(asked text[]) returns table (id text, party text) language sql stable security definer
  set search_path from current as $$
  select h.id, u.party from holding h join post p on p.id = h.post_id join unit u on u.id = p.unit_id
  where h.id = any(asked) $$;
