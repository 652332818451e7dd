-- What a task was on a past day is read by who may read the task today: one made internal since stays back on all its days.
create function tasks_kept_from(asked text[]) returns setof text language sql stable security definer set search_path from current
  as $$ select task_id from task_state
    where until is null and audience = 'internal' and not (lead = any (asked) or partners && asked) $$;
create index task_state_internal on task_state (task_id) where until is null and audience = 'internal';

alter policy wall on task_state
  using (party = (select servanda_party()) and (audience <> 'internal' or (select seat_keeps())
    or lead = any ((select seat_units())::text[]) or task_id in (select tasks_coordinated((select seat_units()))))
    and (until is null or (select seat_keeps()) or task_id not in (select tasks_kept_from((select seat_units())))))
  with check (party = (select servanda_party()));
