-- What lists and evaluations ask of a task besides: the relation it is of, the earliest report still owed (the last day of its
-- period, and the day it is to be there where one is set), how far it is, how it is rated, who an open obstacle was put to.
-- Tasks given before have them from their next action on, or once the states are made again.
alter table task_state
  add column relation text,
  add column report_to date,
  add column report_by date,
  add column step integer,
  add column ratings jsonb not null default '[]',
  add column addressees text[] not null default '{}';
alter table task_state
  add constraint task_state_step_known check (step between 0 and 5),
  add constraint task_state_report_of_period check (report_by is null or report_to is not null);
create index task_state_by_report on task_state (party, report_to) where until is null and report_to is not null;
create index task_state_by_addressee on task_state using gin (addressees) where until is null and addressees <> '{}';
