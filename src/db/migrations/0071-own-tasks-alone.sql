-- What looks past the wall between units tells no seat which tasks the other side keeps to itself; a machine without accounts has no side.
create or replace function tasks_keeping(asked text[]) returns setof text language sql stable security definer set search_path from current
  as $$ select task_id from task_state
    where until is null and commitments && asked and (servanda_party() is null or party = servanda_party()) $$;
create or replace function tasks_coordinated(asked text[]) returns setof text language sql stable security definer set search_path from current
  as $$ select task_id from task_state
    where until is null and partners && asked and (servanda_party() is null or party = servanda_party()) $$;
create or replace function tasks_put_to(asked text[]) returns setof text language sql stable security definer set search_path from current
  as $$ select task_id from task_state
    where until is null and addressees && asked and addressees <> '{}' and (servanda_party() is null or party = servanda_party()) $$;
create or replace function tasks_kept_from(asked text[]) returns setof text language sql stable security definer set search_path from current
  as $$ select task_id from task_state
    where until is null and audience = 'internal' and party = servanda_party() and not (lead = any (asked) or partners && asked) $$;
