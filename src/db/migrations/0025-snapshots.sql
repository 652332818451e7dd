-- How the tasks of a side stood on a day, frozen for an interim or a final evaluation; never changed afterwards.
create table snapshot (
  id text constraint snapshot_key primary key,
  party text not null,
  kind text not null,
  day date not null,
  taken_at timestamptz not null,
  taken_by text not null,
  constraint snapshot_party_code check (party ~ '^[A-Z]{2}$'),
  constraint snapshot_kind_known check (kind in ('interim', 'final'))
);
create index snapshot_by_day on snapshot (party, day desc);

create table snapshot_row (
  snapshot_id text not null constraint snapshot_row_of_snapshot references snapshot (id),
  task_id text not null constraint snapshot_row_of_task references task (id),
  lifecycle text not null,
  timeliness text not null,
  step integer,
  ratings jsonb not null,
  constraint snapshot_row_key primary key (snapshot_id, task_id)
);

create trigger snapshot_append_only before update or delete or truncate on snapshot
  for each statement execute function refuse_change();
create trigger snapshot_row_append_only before update or delete or truncate on snapshot_row
  for each statement execute function refuse_change();

-- The wall: snapshots of the seat's side, and of them the tasks it may see.
alter table snapshot enable row level security;
create policy wall on snapshot to servanda_seat using (party = (select servanda_party()));
alter table snapshot_row enable row level security;
create policy wall on snapshot_row to servanda_seat
  using (exists (select 1 from task_state s where s.task_id = snapshot_row.task_id and s.until is null))
  with check (exists (select 1 from snapshot p where p.id = snapshot_id));
