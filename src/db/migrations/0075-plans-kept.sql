-- These were planned anew each time a commitment or a task changed, for longer than they ran: they find their rows by keys, however many
-- are asked for.
alter function task_keeps_what_it_serves() set plan_cache_mode = force_generic_plan;
alter function task_is_paired() set plan_cache_mode = force_generic_plan;
alter function settle_kept(text[]) set plan_cache_mode = force_generic_plan;
alter function commitment_is_paired() set plan_cache_mode = force_generic_plan;
alter function commitment_is_numbered() set plan_cache_mode = force_generic_plan;
alter function commitment_is_tallied() set plan_cache_mode = force_generic_plan;
alter function commitment_stands_in_register() set plan_cache_mode = force_generic_plan;
alter function settle_register(text[]) set plan_cache_mode = force_generic_plan;
alter function settle_two_sided(text[]) set plan_cache_mode = force_generic_plan;
