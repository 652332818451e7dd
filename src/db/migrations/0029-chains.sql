-- Every action carries the hash of itself over the hash of the one before it in its log (src/db/chain.ts): what is altered
-- behind the program's back is found. Rows that are there get theirs right after this, and then none may lack it.

-- Actions on an account had no order but their time.
alter table account_action disable trigger account_action_append_only;
alter table account_action add column sequence integer;
update account_action a set sequence = n.sequence
from (select id, row_number() over (partition by account_id order by at, id) as sequence from account_action) n
where n.id = a.id;
alter table account_action alter column sequence set not null;
alter table account_action add constraint account_action_in_order unique (account_id, sequence);
alter table account_action add constraint account_action_sequence_positive check (sequence > 0);
alter table account_action enable trigger account_action_append_only;
drop index account_action_of;

alter table work_action add column hash text constraint work_action_hash_form check (hash ~ '^[0-9a-f]{64}$');
alter table action add column hash text constraint action_hash_form check (hash ~ '^[0-9a-f]{64}$');
alter table entity_action add column hash text constraint entity_action_hash_form check (hash ~ '^[0-9a-f]{64}$');
alter table lineage_action add column hash text constraint lineage_action_hash_form check (hash ~ '^[0-9a-f]{64}$');
alter table alignment_action add column hash text constraint alignment_action_hash_form check (hash ~ '^[0-9a-f]{64}$');
alter table lesson_action add column hash text constraint lesson_action_hash_form check (hash ~ '^[0-9a-f]{64}$');
alter table suggestion_action add column hash text constraint suggestion_action_hash_form check (hash ~ '^[0-9a-f]{64}$');
alter table unit_action add column hash text constraint unit_action_hash_form check (hash ~ '^[0-9a-f]{64}$');
alter table account_action add column hash text constraint account_action_hash_form check (hash ~ '^[0-9a-f]{64}$');
alter table task_action add column hash text constraint task_action_hash_form check (hash ~ '^[0-9a-f]{64}$');
