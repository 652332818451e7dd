-- Language versions: texts of one work, which passages translate each other, where they differ, and what people say of it.

alter table work_action drop constraint work_action_type_known;
alter table work_action add constraint work_action_type_known check (body ->> 'type' in
  ('describe', 'withdraw', 'restore', 'join', 'leave', 'propose-version', 'decline-version'));

alter table action drop constraint action_type_known;
alter table action add constraint action_type_known check (body ->> 'type' in
  ('propose', 'add', 'confirm', 'correct', 'reject', 'undo', 'reanchor', 'respell', 'lose', 'retire', 'join', 'separate'));

-- A citation of another commitment stands in the lists of its own text, but is no entry of the register.
alter table commitment add column cited boolean;
update commitment set cited = listed;
alter table commitment alter column cited set not null;
alter table commitment add column joined_to text;
alter table commitment add constraint commitment_joined_to_another check (joined_to <> id);
alter table commitment add constraint commitment_listed_once check (not (listed and joined_to is not null));
create index commitment_by_entry on commitment (joined_to) where joined_to is not null;

-- A text that the rules take for a language version of another work; a person accepts or declines.
create table version_proposal (
  expression_id text not null constraint version_proposal_of_expression references expression (id),
  other_id text not null constraint version_proposal_of_other references expression (id),
  confidence real not null,
  why jsonb not null,
  state text not null,
  constraint version_proposal_key primary key (expression_id, other_id),
  constraint version_proposal_confidence_range check (confidence between 0 and 1),
  constraint version_proposal_state_known check (state in ('open', 'accepted', 'declined'))
);

-- Two texts side by side, the one imported first as a. What the rules found is made again with every new version of
-- either text; what people did is in alignment_action and stays.
create table alignment (
  id text constraint alignment_key primary key,
  a_id text not null constraint alignment_of_a references expression (id),
  b_id text not null constraint alignment_of_b references expression (id),
  version integer not null,
  a_manifestation text constraint alignment_of_a_file references manifestation (id),
  b_manifestation text constraint alignment_of_b_file references manifestation (id),
  -- Sequence of the last action the findings know.
  compared_version integer,
  a_passages jsonb not null,
  b_passages jsonb not null,
  messages jsonb not null,
  constraint alignment_pair_once unique (a_id, b_id),
  constraint alignment_in_order check (a_id < b_id),
  constraint alignment_version_known check (version >= 0)
);

-- Passages (indexes into a_passages and b_passages) that the rules hold to translate each other.
create table bead (
  alignment_id text not null constraint bead_of_alignment references alignment (id),
  index integer not null,
  a integer[] not null,
  b integer[] not null,
  score real not null,
  why jsonb not null,
  constraint bead_key primary key (alignment_id, index),
  constraint bead_score_range check (score between 0 and 1)
);

create table finding (
  alignment_id text not null constraint finding_of_alignment references alignment (id),
  index integer not null,
  key text not null,
  type text not null,
  severity text not null,
  side text not null,
  rule text not null,
  details jsonb not null,
  a jsonb,
  b jsonb,
  constraint finding_key primary key (alignment_id, index),
  constraint finding_once unique (alignment_id, key),
  constraint finding_somewhere check (a is not null or b is not null),
  constraint finding_severity_known check (severity in ('critical', 'major', 'minor')),
  constraint finding_side_known check (side in ('a', 'b', 'both'))
);

-- Commitments of two texts that the rules hold to be one.
create table counterpart (
  alignment_id text not null constraint counterpart_of_alignment references alignment (id),
  a_commitment text not null constraint counterpart_of_a references commitment (id),
  b_commitment text not null constraint counterpart_of_b references commitment (id),
  score real not null,
  constraint counterpart_key primary key (alignment_id, a_commitment, b_commitment),
  constraint counterpart_score_range check (score between 0 and 1)
);
create index counterpart_by_a on counterpart (a_commitment);
create index counterpart_by_b on counterpart (b_commitment);

create table alignment_action (
  id text constraint alignment_action_key primary key,
  alignment_id text not null constraint alignment_action_of_alignment references alignment (id),
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  body jsonb not null,
  constraint alignment_action_in_order unique (alignment_id, sequence),
  constraint alignment_action_sequence_positive check (sequence > 0),
  constraint alignment_action_type_known check (body ->> 'type' in ('link', 'unlink', 'judge', 'undo'))
);

create trigger alignment_action_append_only before update or delete or truncate on alignment_action
  for each statement execute function refuse_change();
