-- Each import keeps the words of its own apart from all others, and what is no longer listed keeps its bits. Words that have many rows more
-- than they need are put together here, without what is no longer listed; nobody who writes waits for it. Returns how many rows it took.
create function put_words_together(most integer, spare integer) returns integer language plpgsql security definer set search_path from current as $$
declare
  taken integer;
begin
  if not pg_try_advisory_xact_lock(47002074) then return 0; end if;
  with listed as (
    select side, chunk, bit_xor(bits) as bits from (
      select side, chunk, bits from register_bits where facet = 'listed'
      union all select side, n >> 13, bit_xor(set_bit(no_bits(), n & 8191, 1)) from register_turned where facet = 'listed' group by 1, 2) l
    group by 1, 2
  ), many as (
    select word from register_word group by word having count(*) > spare + count(distinct (side, chunk)) limit most
  ), gone as (
    delete from register_word where word in (select word from many) returning word, side, chunk, bits, few
  ), places as (
    select g.word, g.side, g.chunk, array_agg(distinct f) as few
    from gone g join listed l on l.side = g.side and l.chunk = g.chunk, unnest(g.few) f where get_bit(l.bits, f) = 1 group by 1, 2, 3
  ), whole as (
    select g.word, g.side, g.chunk, bit_or(g.bits & l.bits) as bits
    from gone g join listed l on l.side = g.side and l.chunk = g.chunk where g.bits is not null group by 1, 2, 3
  ), together as (
    insert into register_word (word, side, chunk, bits, few)
    select word, side, chunk,
      case when w.bits is not null or cardinality(p.few) > 32
        then coalesce(w.bits, no_bits()) | coalesce((select bit_or(set_bit(no_bits(), f, 1)) from unnest(p.few) f), no_bits()) end,
      case when w.bits is null and cardinality(p.few) <= 32 then p.few end
    from places p full join whole w using (word, side, chunk)
  )
  select count(*) into taken from gone;
  return taken;
end
$$;
