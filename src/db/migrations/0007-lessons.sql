-- What people taught the reading of a relation's documents, with the actions that led to it.

-- A projection: every row can be made again from lesson_action.
create table lesson (
  id text constraint lesson_key primary key,
  relation text not null,
  version integer not null,
  in_force boolean not null,
  undoable text,
  entry jsonb not null,
  taught_by text not null,
  taught_at timestamptz not null,
  constraint lesson_relation_given check (btrim(relation) <> ''),
  constraint lesson_version_positive check (version > 0)
);
create index lesson_of_relation on lesson (relation);

create table lesson_action (
  id text constraint lesson_action_key primary key,
  lesson_id text not null constraint lesson_action_of_lesson references lesson (id),
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  body jsonb not null,
  constraint lesson_action_in_order unique (lesson_id, sequence),
  constraint lesson_action_sequence_positive check (sequence > 0),
  constraint lesson_action_by_given check (btrim(by) <> ''),
  constraint lesson_action_type_known check (body ->> 'type' in ('teach', 'change', 'switch', 'undo'))
);

create trigger lesson_action_append_only before update or delete or truncate on lesson_action
  for each statement execute function refuse_change();

-- What became of the sentences of a version of a text, counted anew after it was read again with what was taught.
create table reread_coverage (
  manifestation_id text constraint reread_coverage_key primary key
    constraint reread_coverage_of_manifestation references manifestation (id),
  coverage jsonb not null
);
