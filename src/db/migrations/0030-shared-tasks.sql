-- What a side lets the other sides see of a task, and nothing else of it: their seats never reach the task itself.

create table task_shared (
  task_id text constraint task_shared_key primary key constraint task_shared_of_task references task (id),
  version integer not null,
  since timestamptz not null,
  party text not null,
  audience text not null,
  commitments text[] not null,
  -- A projection of the actions, of the parts alone that are open to others.
  view jsonb not null,
  constraint task_shared_audience_open check (audience in ('shared', 'public')),
  constraint task_shared_version_positive check (version > 0)
);
create index task_shared_by_commitment on task_shared using gin (commitments);

-- Tasks opened before this: with what was told of a task then.
insert into task_shared (task_id, version, since, party, audience, commitments, view)
select task_id, version, since, party, audience, commitments, jsonb_build_object('title', title, 'lead', lead,
  'lifecycle', lifecycle, 'outcome', outcome, 'due', due, 'ended', ended, 'waiting', waiting, 'plan', null, 'report', null,
  'ratings', '[]'::jsonb, 'dispute', null, 'kept', '["plan", "reports", "ratings"]'::jsonb)
from task_state where until is null and audience in ('shared', 'public');

-- The wall: its own side alone writes; another side reads what serves commitments that it sees, every one of them.
alter table task_shared enable row level security;
create policy wall on task_shared for select to servanda_seat
  using (party = (select servanda_party())
    or not exists (select 1 from unnest(commitments) as named (id)
      where not exists (select 1 from commitment c where c.id = named.id)));
create policy own on task_shared to servanda_seat
  using (party = (select servanda_party())) with check (party = (select servanda_party()));

-- Who decided: to find what hands of both sides decided on.
create index action_by_hand on action (by, commitment_id) where by <> 'rules';
