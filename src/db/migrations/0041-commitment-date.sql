-- The day of its work is kept on a commitment, as its side is: the register is read in the order of works, and an index in
-- that order gives a page of it without sorting all.
alter table commitment add column work_date date;
update commitment c set work_date = w.date from work w where w.id = c.work_id;

drop trigger commitment_takes_side on commitment;
drop function commitment_takes_side();
create function commitment_takes_from_work() returns trigger language plpgsql security definer set search_path from current as $$
begin
  select w.side, w.date into new.side, new.work_date from work w where w.id = new.work_id;
  return new;
end
$$;
create trigger commitment_takes_from_work before insert or update of work_id on commitment
  for each row execute function commitment_takes_from_work();

create function work_changes_date() returns trigger language plpgsql security definer set search_path from current as $$
begin
  update commitment set work_date = new.date where work_id = new.id;
  return null;
end
$$;
create trigger work_changes_date after update of date on work for each row
  when (old.date is distinct from new.date) execute function work_changes_date();

create index commitment_in_register on commitment (work_date, work_id, expression_id, span_start, id)
  include (side) where listed;
