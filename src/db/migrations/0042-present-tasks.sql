-- Of a million states some fifty thousand are present, one on nearly every page of the table. What lists and counts ask of
-- them stands in one narrow index, in the order of the list, so that the table is read for the rows of a page alone.
create index task_state_in_order on task_state ((lifecycle = 'closed'), due, task_id)
  include (version, party, audience, lead, partners, lifecycle, outcome, ended, waiting, owed, report_to, report_by,
    reports, obstacles, requests, urgings, parts, addressees, unresolved, commitments)
  where until is null;

-- Behind a wall no index on arrays is used (their operators may not run before the wall has let a row through). This
-- says which tasks keep a commitment; the wall then decides which of them are seen.
create function tasks_keeping(asked text[]) returns setof text language sql stable security definer set search_path from current
  as $$ select task_id from task_state where until is null and commitments && asked $$;

-- The same of what tasks let others see.
create function shared_tasks_keeping(asked text[]) returns setof text language sql stable security definer
  set search_path from current as $$ select task_id from task_shared where commitments && asked $$;
