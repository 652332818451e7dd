-- A connection keeps the plans of these functions, and may have made them while a table was empty: then it would read through all of
-- it for every few rows that come later. They find their rows by keys, whatever was there.
alter function task_keeps_what_it_serves() set enable_seqscan = off;
alter function task_keeps_nothing() set enable_seqscan = off;
alter function commitment_is_kept_elsewhere() set enable_seqscan = off;
alter function settle_two_sided(text[]) set enable_seqscan = off;
alter function commitment_is_two_sided() set enable_seqscan = off;
alter function decision_is_two_sided() set enable_seqscan = off;
alter function hand_is_two_sided() set enable_seqscan = off;
alter function settle_register(text[]) set enable_seqscan = off;
alter function commitment_leaves_register() set enable_seqscan = off;

-- Asked for every commitment of many tasks that come at once: entries that wait to be sorted in would be read through each time.
alter index task_shared_by_commitment set (fastupdate = off);

-- The same pieces in a third of the time: pairs are looked for only where there are letters of several bytes.
create or replace function pieces_of(words text) returns text[] language sql immutable parallel safe as $$
  select array(select distinct substr(words, i, 3) from generate_series(1, length(words) - 2) i)
    || case when octet_length(words) > length(words) then array(select distinct substr(words, i, 2)
      from generate_series(1, length(words) - 1) i where ascii(substr(words, i, 1)) >= 11904) else '{}' end
$$;
