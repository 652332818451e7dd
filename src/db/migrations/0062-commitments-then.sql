-- How commitments stood on earlier days, so that a past day is read and not made again from every log. A projection: it can be
-- made again from action and the texts of then.

-- When the action was done that made the row what it is; null where none is known.
alter table commitment add column since timestamptz;
-- From when on its past is kept; null where all of it is. What was before is made of the log.
alter table commitment add column kept_from timestamptz;
update commitment c set since = (select max(at) from action a where a.commitment_id = c.id);
update commitment set kept_from = since where version > 1;
create index commitment_by_since on commitment (since);
create index commitment_past_wanting on commitment (kept_from) where kept_from is not null;

-- A row that was so at the end of some day (UTC). Its text, work, side and lists are those of the commitment.
create table commitment_past (like commitment);
alter table commitment_past
  drop column work_id, drop column expression_id, drop column cited, drop column listed, drop column side,
  drop column work_date, drop column kept_from,
  alter column since set not null,
  add column until timestamptz not null,
  add constraint commitment_past_key primary key (id, version),
  add constraint commitment_past_of_commitment foreign key (id) references commitment (id),
  add constraint commitment_past_forward check (since <= until);
create index commitment_past_by_time on commitment_past (until, since);
alter table commitment_past enable row level security;
create policy wall on commitment_past to servanda_seat using (exists (select 1 from commitment c where c.id = commitment_past.id));

create function commitment_was() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if new.version = old.version + 1 then
    if (old.since at time zone 'UTC')::date < (new.since at time zone 'UTC')::date then
      insert into commitment_past
        select (jsonb_populate_record(null::commitment_past, to_jsonb(old) || jsonb_build_object('until', new.since))).*;
    end if;
  elsif new.version > old.version then
    new.kept_from := new.since;
  end if;
  return new;
end
$$;
create trigger commitment_was before update of version on commitment for each row execute function commitment_was();
