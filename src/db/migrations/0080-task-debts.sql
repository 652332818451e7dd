-- What the ladder of urging looks at: of each open task what its lead owes, and what coordinators with a day of their own owe,
-- with what was sent over it. What will be escalated is asked of these rows, never of the logs of all tasks.
create table task_debt (
  task_id text not null constraint task_debt_of_task references task (id),
  unit text not null,
  party text not null,
  audience text not null,
  lead text not null,
  relation text not null,
  strength text not null,
  lifecycle text not null,
  due date not null,
  -- By level, from 1 on: the last day on which the unit was urged at that level or a higher one.
  urged date[] not null,
  constraint task_debt_key primary key (task_id, unit)
) with (fillfactor = 80);
-- What is asked of them stands in the index alone.
create index task_debt_by_due on task_debt (party, due)
  include (relation, task_id, unit, audience, lead, strength, lifecycle, urged);

-- What leads owe is known from the states; what coordinators owe by a day of their own is entered with the next action of a task,
-- or by rebuilding.
insert into task_debt
select s.task_id, s.lead, s.party, s.audience, s.lead, coalesce(s.relation, ''), s.strength, s.lifecycle, s.due,
  array(select max(u.at) from generate_series(1, 9) as at_least (level) join (
      select (a.body ->> 'level')::integer as level, (a.at at time zone 'utc')::date as at from task_action a
      where a.task_id = s.task_id and a.body ->> 'type' = 'urge' and a.body -> 'to' ? s.lead) u on u.level >= at_least.level
    group by at_least.level order by at_least.level)
from task_state s
where s.until is null and s.due is not null and s.owed and not s.waiting and s.outcome is null
  and s.lifecycle not in ('reported-done', 'settled', 'disputed', 'closed');

-- The wall of the tasks.
alter table task_debt enable row level security;
create policy wall on task_debt to servanda_seat
  using (party = (select servanda_party()) and (audience <> 'internal' or (select seat_keeps())
    or lead = any ((select seat_units())::text[]) or task_id in (select tasks_coordinated((select seat_units())))));
