-- Registers the texts build: bodies, mechanisms, instruments, gates and places, with their own actions.

-- A projection: every row can be made again from entity_action.
create table entity (
  id text constraint entity_key primary key,
  relation text not null,
  kind text not null,
  origin text not null,
  decision text not null,
  unsure boolean not null,
  version integer not null,
  undoable text,
  merged_into text,
  -- The entry it now stands for: itself, or the last it was merged into.
  canonical text not null,
  -- Of the first language that has one, for the order of lists.
  name text not null,
  -- All forms of its name, folded.
  search text not null,
  party text,
  type text,
  -- The entry that followed it.
  successor text,
  fields jsonb not null,
  constraint entity_kind_known check (kind in ('body', 'mechanism', 'instrument', 'gate', 'place')),
  constraint entity_origin_known check (origin in ('profile', 'text', 'person')),
  constraint entity_decision_known check (decision in ('undecided', 'confirmed', 'rejected', 'merged')),
  constraint entity_merged_whole check ((decision = 'merged') = (merged_into is not null)),
  constraint entity_version_positive check (version > 0),
  constraint entity_name_given check (btrim(name) <> '')
);
create index entity_in_register on entity (relation, kind);
create index entity_by_canonical on entity (canonical);
create index entity_by_successor on entity (successor);

create table entity_action (
  id text constraint entity_action_key primary key,
  entity_id text not null constraint entity_action_of_entity references entity (id),
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  body jsonb not null,
  constraint entity_action_in_order unique (entity_id, sequence),
  constraint entity_action_sequence_positive check (sequence > 0),
  constraint entity_action_by_given check (btrim(by) <> ''),
  constraint entity_action_type_known check (body ->> 'type' in
    ('propose', 'add', 'confirm', 'edit', 'reject', 'merge', 'dismiss', 'undo'))
);

-- What was read in the present text of an expression; read anew with each version of it.
create table entity_mention (
  expression_id text not null constraint entity_mention_of_expression references expression (id),
  index integer not null,
  entity_id text not null constraint entity_mention_of_entity references entity (id),
  span_start integer not null,
  span_end integer not null,
  -- The exact words, with the words before and after.
  quote text not null,
  prefix text not null,
  suffix text not null,
  rule text not null,
  confidence real not null,
  constraint entity_mention_quote_given check (quote <> ''),
  constraint entity_mention_key primary key (expression_id, index, entity_id),
  constraint entity_mention_span_forward check (0 <= span_start and span_start < span_end),
  constraint entity_mention_confidence_range check (confidence between 0 and 1)
);
create index entity_mention_by_entity on entity_mention (entity_id, expression_id, span_start);
create index entity_mention_by_place on entity_mention (expression_id, span_start);

create table entity_fact (
  expression_id text not null constraint entity_fact_of_expression references expression (id),
  index integer not null,
  entity_id text not null constraint entity_fact_of_entity references entity (id),
  -- Of its value and words, the same in every version of the text: by it a person dismisses the fact.
  key text not null,
  type text not null,
  value jsonb not null,
  status text not null,
  span_start integer not null,
  span_end integer not null,
  quote text not null,
  confidence real not null,
  constraint entity_fact_key primary key (expression_id, index, entity_id),
  constraint entity_fact_type_known check (type in
    ('session', 'signed', 'in-force', 'term', 'parties', 'succession', 'grade', 'change')),
  constraint entity_fact_status_known check (status in ('done', 'planned', 'stated')),
  constraint entity_fact_span_forward check (0 <= span_start and span_start < span_end),
  constraint entity_fact_quote_given check (quote <> ''),
  constraint entity_fact_confidence_range check (confidence between 0 and 1)
);
create index entity_fact_by_entity on entity_fact (entity_id);

-- Which edition of a relation's profile the registers hold.
create table entity_profile (
  relation text constraint entity_profile_key primary key,
  sha256 text not null,
  constraint entity_profile_sha256_form check (sha256 ~ '^[0-9a-f]{64}$')
);

create trigger entity_action_append_only before update or delete or truncate on entity_action
  for each statement execute function refuse_change();
