-- How a task stands as one number, so that counting compares no words: eight times the place of its lifecycle among all, and how it keeps
-- its day: 0 nothing due, 1 waiting, 2 without a day, 3 done on time, 4 done late, 5 overdue whatever the day, 6 the day decides.
create function task_stand(lifecycle text, outcome text, due date, ended date, waiting boolean, owed boolean) returns smallint
language sql immutable parallel safe as $$
  select (8 * (array_position(array['assigned', 'sent-back', 'accepted', 'planned', 'under-way', 'reported-done', 'settled', 'disputed', 'closed'], lifecycle) - 1)
    + case
      when not owed or outcome = 'dropped' then 0
      when outcome is null and waiting then 1
      when due is null then 2
      when outcome = 'done' then case when ended <= due then 3 else 4 end
      when outcome = 'broken' then 5
      else 6 end)::smallint
$$;

alter table task_state add column stand smallint not null generated always as (task_stand(lifecycle, outcome, due, ended, waiting, owed)) stored;
alter table task_keeps add column stand smallint not null generated always as (task_stand(lifecycle, outcome, due, ended, waiting, owed)) stored;

-- With what past days ask of states that still stand: since when.
drop index task_state_counted;
create index task_state_counted on task_state (party, lead)
  include (task_id, since, stand, due, audience, lifecycle, relation, report_to, report_by, sectors)
  where until is null;
drop index task_state_in_order;
create index task_state_in_order on task_state ((lifecycle = 'closed'), due, task_id)
  include (version, since, party, audience, lead, lifecycle, stand, report_to, report_by,
    reports, obstacles, requests, urgings, parts, open_words, sectors)
  where until is null;

-- The same walls. Which tasks a seat does not see are few: they are asked for, not all that it sees.
alter policy wall on snapshot_row
  using (party = (select servanda_party()) and ((select seat_keeps())
    or task_id not in (select tasks_kept_from((select seat_units())))));

-- A few actions and files are asked about by their tasks one by one, not by a list of all tasks.
alter policy wall on task_action
  using (exists (select 1 from task_state s
    where md5(s.task_id) = md5(task_action.task_id) and s.task_id = task_action.task_id and s.until is null offset 0));

-- What was said about urging a task, without the rest of its log.
create index task_action_about_urging on task_action (task_id, sequence) where body ->> 'type' in ('urge', 'reply', 'undo');
-- The same as `task_action_urgings`.
drop index task_action_urged;
