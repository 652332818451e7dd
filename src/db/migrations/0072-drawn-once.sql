-- Writers draw differences together once a transaction: what one drew stays in the way of its next drawing until it ends, and a
-- transaction that writes many rows, such as a rebuilding, went through all of it with each.
create or replace function draw_pairs_together(most integer default null) returns void language plpgsql security definer set search_path from current as $$
begin
  if most is not null then
    if current_setting('servanda.drawn', true) = txid_current()::text then return; end if;
    perform set_config('servanda.drawn', txid_current()::text, true);
  end if;
  -- One at a time: whoever adds differences waits for nobody.
  if not pg_try_advisory_xact_lock(47002065) then return; end if;
  with gone as (
    delete from register_pair where ctid = any (array(select ctid from register_pair where not settled limit most for update skip locked))
    returning side, party, open, under, facet, value, count)
  insert into register_pair (settled, side, party, open, under, facet, value, count)
  select true, side, party, open, under, facet, value, sum(count) from gone
  group by side, party, open, under, facet, value having sum(count) <> 0
  on conflict (under, facet, value, coalesce(side, ''), coalesce(party, ''), open) where settled
    do update set count = register_pair.count + excluded.count;
end
$$;
