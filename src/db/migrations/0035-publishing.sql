-- What a side made public: one row an item with the one permanent address it ever has. Whoever asks without an account reads this
-- table and no other, of it the columns below alone (`seat-role.ts`).

create table publication (
  id text constraint publication_key primary key,
  kind text not null,
  -- The work, expression, commitment or task it is of.
  item text not null,
  -- The side it belongs to, null for both: as its work, or the task's own.
  side text,
  version integer not null,
  state text not null,
  -- The side that withdrew it.
  withdrawn_by text,
  fields text[] not null,
  -- Exactly what anybody reads; nothing of a withdrawn item stays.
  view jsonb,
  title text,
  language text,
  -- Addresses of the work and the text it is of, whether these are public or not.
  work text,
  text text,
  day date,
  place integer,
  form text,
  sector text,
  strength text,
  due date,
  search text,
  first_at timestamptz not null,
  changed_at timestamptz not null,
  constraint publication_of_item_once unique (kind, item),
  constraint publication_kind_known check (kind in ('work', 'text', 'commitment', 'task')),
  constraint publication_state_known check (state in ('public', 'withdrawn')),
  constraint publication_side_form check (side ~ '^[A-Z]{2}$'),
  constraint publication_version_positive check (version > 0),
  constraint publication_nothing_left check ((state = 'public') = (view is not null)
    and (state = 'public' or coalesce(title, language, work, text, form, sector, strength, search) is null
      and day is null and due is null and place is null)),
  constraint publication_task_of_side check (kind <> 'task' or side is not null)
);
create index publication_in_order on publication (kind, day desc nulls last, work, text, place, id) where state = 'public';
create index publication_by_work on publication (work);
create index publication_by_change on publication (changed_at desc, id);

create table publication_action (
  id text constraint publication_action_key primary key,
  publication_id text not null constraint publication_action_of references publication (id),
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  party text,
  body jsonb not null,
  hash text not null,
  constraint publication_action_in_order unique (publication_id, sequence),
  constraint publication_action_sequence_positive check (sequence > 0),
  constraint publication_action_by_given check (btrim(by) <> ''),
  constraint publication_action_type_known check (body ->> 'type' in ('publish', 'withdraw', 'undo'))
);
create trigger publication_action_append_only before update or delete or truncate on publication_action
  for each statement execute function refuse_change();

-- A task is public as long as its side keeps it open to the public, whatever was published of it.
create function task_is_public(asked text) returns boolean language sql stable security definer set search_path from current
  as $$ select exists (select 1 from task_shared t where t.task_id = asked and t.audience = 'public') $$;

alter table publication enable row level security;
create policy wall on publication to servanda_seat using (side is null or side = (select servanda_party()));
create policy portal on publication for select to servanda_public
  using (case when state = 'public' and kind = 'task' then task_is_public(item) else true end);
alter table publication_action enable row level security;
create policy wall on publication_action to servanda_seat
  using (exists (select 1 from publication p where p.id = publication_id));
