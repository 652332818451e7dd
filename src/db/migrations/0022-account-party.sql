-- The party whose administrators keep an account, from the day it is made: also before its person holds a post.
-- Null only where whoever runs the machine made it and gave no post yet; no administrator sees it until then.
alter table account add column party text;
alter table account add constraint account_party_form check (party ~ '^[A-Z]{2}$');

-- Accounts made before: the party of the post taken up last, else of the post of whoever added the person.
update account a set party = (
  select u.party from holding h join post p on p.id = h.post_id join unit u on u.id = p.unit_id
  where h.account_id = a.id order by h."from" desc, h.id limit 1);
update account a set party = (
  select u.party from account_action x join holding h on h.id = x.by join post p on p.id = h.post_id
    join unit u on u.id = p.unit_id
  where x.account_id = a.id and x.body ->> 'type' = 'add' order by x.at, x.id limit 1)
where a.party is null;
