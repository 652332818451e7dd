-- A plan kept from when a table was empty is followed for as long as a transaction lasts: the states of 10,000 tasks took 55 s to be made
-- again instead of 22. They are planned as PostgreSQL sees fit again, as before 0075.
alter function task_keeps_what_it_serves() reset plan_cache_mode;
alter function task_is_paired() reset plan_cache_mode;
alter function settle_kept(text[]) reset plan_cache_mode;
alter function commitment_is_paired() reset plan_cache_mode;
alter function commitment_is_numbered() reset plan_cache_mode;
alter function commitment_is_tallied() reset plan_cache_mode;
alter function commitment_stands_in_register() reset plan_cache_mode;
alter function settle_register(text[]) reset plan_cache_mode;
alter function settle_two_sided(text[]) reset plan_cache_mode;
