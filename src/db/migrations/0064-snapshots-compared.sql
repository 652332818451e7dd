-- Two snapshots are compared by the rows of both, from one index alone: in it stand whose a row is, who led the task then, and how far it was.
alter table snapshot_row add column party text, add column lead text, add column mark smallint;
alter table snapshot_row disable trigger snapshot_row_append_only;
-- The step of completion and one, none where there is no step; eight more where the task is settled or closed.
update snapshot_row r set party = p.party, lead = s.lead, mark = (case when r.lifecycle in ('settled', 'closed') then 8 else 0 end) + coalesce(r.step + 1, 0)
  from snapshot p, task_state s
  where p.id = r.snapshot_id and s.task_id = r.task_id and s.since <= p.taken_at and (s.until is null or s.until > p.taken_at);
-- Where the state of then is not kept: as the task stands.
update snapshot_row r set party = p.party, lead = s.lead, mark = (case when r.lifecycle in ('settled', 'closed') then 8 else 0 end) + coalesce(r.step + 1, 0)
  from snapshot p, task_state s
  where r.party is null and p.id = r.snapshot_id and s.task_id = r.task_id and s.until is null;
alter table snapshot_row enable trigger snapshot_row_append_only;
alter table snapshot_row
  alter column party set not null,
  alter column lead set not null,
  alter column mark set not null,
  drop constraint snapshot_row_key;
alter table snapshot_row add constraint snapshot_row_key primary key (snapshot_id, task_id) include (party, lead, mark);
create index snapshot_row_rated on snapshot_row (snapshot_id, task_id) where ratings <> '[]';

-- The same wall; single tasks are asked about only for who does not see all of a side.
alter policy wall on snapshot_row
  using (party = (select servanda_party()) and ((select seat_keeps())
    or task_id in (select s.task_id from task_state s where s.until is null)))
  with check (party = (select servanda_party()) and exists (select 1 from snapshot p where p.id = snapshot_id));

-- The few tasks that several rated, without reading all others.
create index task_state_rated on task_state (task_id) include (party, audience, lead)
  where until is null and jsonb_array_length(ratings) > 1;
