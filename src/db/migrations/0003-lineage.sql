-- How commitments go on in later and more local works: what the rules found, and what people decided of it.

-- The works that stand in a text, as they were last compared with the others: usually one, two where a letter carries a
-- statement with it.
create table lineage_part (
  id text constraint lineage_part_key primary key,
  expression_id text not null constraint lineage_part_of_expression references expression (id),
  manifestation_id text not null constraint lineage_part_of_manifestation references manifestation (id),
  -- What people held the work to be when it was compared; another description compares it anew.
  basis text not null,
  title text not null,
  type text not null,
  date date,
  level text not null,
  parties text[] not null,
  span_start integer not null,
  span_end integer not null,
  -- Commitments that say too little for anything to be missing.
  vague text[] not null,
  traced_at timestamptz not null,
  constraint lineage_part_level_known check (level in ('national', 'local')),
  constraint lineage_part_type_known check (type in
    ('joint-statement', 'communique', 'directive', 'plan', 'minutes', 'interview', 'article', 'other')),
  constraint lineage_part_span_forward check (0 <= span_start and span_start <= span_end)
);
create index lineage_part_by_expression on lineage_part (expression_id);

create table lineage_link (
  id text constraint lineage_link_key primary key,
  earlier_id text not null constraint lineage_link_earlier references commitment (id),
  later_id text not null constraint lineage_link_later references commitment (id),
  earlier_part text not null,
  later_part text not null,
  -- A projection of what the rules say and of the actions.
  relation text not null,
  decision text not null,
  version integer not null,
  undoable text,
  -- Null where a person added the link.
  proposed text,
  -- False where both are only near enough to be looked at.
  likely boolean not null,
  score real not null,
  why jsonb not null,
  constraint lineage_link_once unique (earlier_id, later_id),
  constraint lineage_link_of_two check (earlier_id <> later_id),
  constraint lineage_link_relation_known check (relation in ('continued', 'strengthened', 'weakened', 'broadened',
    'narrowed', 'fulfilled', 'localised', 'new-form')),
  constraint lineage_link_proposed_known check (proposed in ('continued', 'strengthened', 'weakened', 'broadened',
    'narrowed', 'fulfilled', 'localised', 'new-form')),
  constraint lineage_link_decision_known check (decision in ('undecided', 'confirmed', 'corrected', 'rejected')),
  constraint lineage_link_version_positive check (version >= 0),
  constraint lineage_link_score_range check (score between 0 and 1)
);
create index lineage_link_by_later on lineage_link (later_id);
create index lineage_link_by_parts on lineage_link (earlier_part, later_part);
create index lineage_link_by_later_part on lineage_link (later_part);

create table lineage_action (
  id text constraint lineage_action_key primary key,
  link_id text not null constraint lineage_action_of_link references lineage_link (id),
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  body jsonb not null,
  constraint lineage_action_in_order unique (link_id, sequence),
  constraint lineage_action_sequence_positive check (sequence > 0),
  constraint lineage_action_by_given check (btrim(by) <> ''),
  constraint lineage_action_type_known check (body ->> 'type' in ('add', 'confirm', 'correct', 'reject', 'undo'))
);

create trigger lineage_action_append_only before update or delete or truncate on lineage_action
  for each statement execute function refuse_change();
