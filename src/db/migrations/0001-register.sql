-- Works, their texts, the commitments read in them, and the actions on these.

create table work (
  id text constraint work_key primary key,
  title text not null,
  type text not null,
  date date,
  parties text[] not null,
  demonstration boolean not null,
  withdrawn boolean not null,
  version integer not null,
  constraint work_title_given check (btrim(title) <> ''),
  constraint work_type_known check (type in
    ('joint-statement', 'communique', 'directive', 'plan', 'minutes', 'interview', 'article', 'other')),
  constraint work_version_positive check (version > 0)
);

create table work_action (
  id text constraint work_action_key primary key,
  work_id text not null constraint work_action_of_work references work (id),
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  body jsonb not null,
  constraint work_action_in_order unique (work_id, sequence),
  constraint work_action_sequence_positive check (sequence > 0),
  constraint work_action_type_known check (body ->> 'type' in ('describe', 'withdraw', 'restore'))
);

create table expression (
  id text constraint expression_key primary key,
  work_id text not null constraint expression_of_work references work (id),
  language text not null,
  constraint expression_language_known check (language in ('vi', 'en', 'zh', 'fa', 'und'))
);
create index expression_by_work on expression (work_id);

create table manifestation (
  id text constraint manifestation_key primary key,
  expression_id text not null constraint manifestation_of_expression references expression (id),
  version integer not null,
  name text not null,
  format text not null,
  encoding text,
  sha256 text not null,
  size integer not null,
  bytes bytea not null,
  text text not null,
  -- The smallest hashes of its shingles: enough to tell whether another text is a correction of this one.
  sketch integer[] not null,
  coverage jsonb not null,
  messages jsonb not null,
  imported_at timestamptz not null,
  imported_by text not null,
  constraint manifestation_version_once unique (expression_id, version),
  constraint manifestation_file_once unique (sha256),
  constraint manifestation_version_positive check (version > 0),
  constraint manifestation_format_known check (format in
    ('txt', 'html', 'docx', 'pdf', 'odt', 'doc', 'akn', 'image')),
  constraint manifestation_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint manifestation_whole check (size = octet_length(bytes))
);

-- Files are mostly packed already; packing them again costs time and saves nothing.
alter table manifestation alter column bytes set storage external;

create table provision (
  manifestation_id text not null constraint provision_of_manifestation references manifestation (id),
  index integer not null,
  role text not null,
  span_start integer not null,
  span_end integer not null,
  marker_start integer,
  marker_end integer,
  path text not null,
  eid text not null,
  level integer not null,
  parent integer,
  language text not null,
  constraint provision_key primary key (manifestation_id, index),
  constraint provision_role_known check (role in ('heading', 'item', 'paragraph', 'furniture')),
  constraint provision_span_forward check (0 <= span_start and span_start <= span_end),
  constraint provision_marker_whole check ((marker_start is null) = (marker_end is null)),
  constraint provision_language_known check (language in ('vi', 'en', 'zh', 'fa', 'und'))
);

create table sentence (
  manifestation_id text not null,
  index integer not null,
  provision integer not null,
  span_start integer not null,
  span_end integer not null,
  language text not null,
  state text not null,
  reason text not null,
  constraint sentence_key primary key (manifestation_id, index),
  constraint sentence_in_provision foreign key (manifestation_id, provision) references provision (manifestation_id, index),
  constraint sentence_span_forward check (0 <= span_start and span_start <= span_end),
  constraint sentence_language_known check (language in ('vi', 'en', 'zh', 'fa', 'und')),
  constraint sentence_state_known check (state in ('commitment', 'support', 'position', 'record', 'none', 'unread'))
);

-- A projection: every row can be made again from action and the present manifestation.
create table commitment (
  id text constraint commitment_key primary key,
  work_id text not null constraint commitment_of_work references work (id),
  expression_id text not null constraint commitment_of_expression references expression (id),
  version integer not null,
  decision text not null,
  origin text not null,
  anchored boolean not null,
  retired boolean not null,
  -- In the lists: not retired, and its work not withdrawn.
  listed boolean not null,
  reject_reason text,
  undoable text,
  span_start integer not null,
  span_end integer not null,
  quote text not null,
  -- The quote folded for search.
  search text not null,
  language text not null,
  path text not null,
  -- The path with every number padded, so that 2 comes before 10.
  path_order text not null,
  kind text not null,
  actors text[] not null,
  action text not null,
  strength text not null,
  due_state text not null,
  due_text text,
  due_from date,
  due_to date,
  sector text not null,
  instruments text[] not null,
  mechanisms text[] not null,
  places text[] not null,
  lead text,
  coordinators text[] not null,
  report jsonb,
  confidence real not null,
  -- kind, strength, sector, due_state, decision and language packed into one number, for counting them in one pass.
  facet_code integer not null,
  constraint commitment_version_positive check (version > 0),
  constraint commitment_decision_known check (decision in ('undecided', 'confirmed', 'corrected', 'rejected')),
  constraint commitment_origin_known check (origin in ('rules', 'person')),
  constraint commitment_reject_reason_given check ((decision = 'rejected') = (reject_reason is not null)),
  constraint commitment_reject_reason_known check (reject_reason in
    ('not-an-action', 'duplicate', 'wrong-boundaries', 'past-act', 'other')),
  constraint commitment_quote_given check (quote <> ''),
  constraint commitment_span_forward check (0 <= span_start and span_start < span_end),
  constraint commitment_language_known check (language in ('vi', 'en', 'zh', 'fa', 'und')),
  constraint commitment_kind_known check (kind in ('commitment', 'support', 'position', 'record')),
  constraint commitment_strength_known check (strength in ('support', 'study', 'promote', 'implement', 'deliver')),
  constraint commitment_due_known check (due_state in ('dated', 'soon', 'none')),
  constraint commitment_due_whole check ((due_state = 'none') = (due_text is null)
    and (due_state = 'dated') = (due_from is not null or due_to is not null)),
  constraint commitment_due_forward check (due_from <= due_to),
  constraint commitment_confidence_range check (confidence between 0 and 1),
  constraint commitment_sector_known check (sector in
    ('politics-party', 'diplomacy', 'legislature', 'defence', 'public-security', 'justice', 'transport', 'investment',
     'trade-customs', 'border-gates', 'finance', 'energy-minerals', 'agriculture-fisheries', 'environment-water',
     'science-technology', 'digital-ai', 'culture-media', 'tourism', 'education', 'labour', 'health',
     'people-to-people', 'local-cooperation', 'multilateral', 'maritime', 'land-border', 'disaster-rescue',
     'follow-up', 'other'))
);
create index commitment_by_place on commitment (expression_id, span_start, id);
create index commitment_in_order on commitment (work_id, expression_id, span_start, id);
create index commitment_by_actor on commitment using gin (actors);
create index commitment_by_place_name on commitment using gin (places);
create index commitment_by_instrument on commitment using gin (instruments);
create index commitment_by_mechanism on commitment using gin (mechanisms);

-- What only the page of one commitment needs, apart from the rows that lists run through by the hundred thousand.
create table commitment_source (
  commitment_id text constraint commitment_source_key primary key
    constraint commitment_source_of_commitment references commitment (id),
  prefix text not null,
  suffix text not null,
  sha256 text not null,
  why jsonb not null,
  evidence jsonb not null,
  constraint commitment_source_sha256_form check (sha256 ~ '^[0-9a-f]{64}$')
);

create table action (
  id text constraint action_key primary key,
  commitment_id text not null constraint action_of_commitment references commitment (id),
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  body jsonb not null,
  constraint action_in_order unique (commitment_id, sequence),
  constraint action_sequence_positive check (sequence > 0),
  constraint action_by_given check (btrim(by) <> ''),
  constraint action_type_known check (body ->> 'type' in
    ('propose', 'add', 'confirm', 'correct', 'reject', 'undo', 'reanchor', 'lose', 'retire'))
);

create table import_job (
  id text constraint import_job_key primary key,
  at timestamptz not null,
  by text not null,
  done boolean not null,
  files jsonb not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are only ever added', tg_table_name
    using errcode = 'restrict_violation', table = tg_table_name, constraint = 'append_only';
end
$$;

create trigger action_append_only before update or delete or truncate on action
  for each statement execute function refuse_change();
create trigger work_action_append_only before update or delete or truncate on work_action
  for each statement execute function refuse_change();
create trigger manifestation_append_only before update or delete or truncate on manifestation
  for each statement execute function refuse_change();
