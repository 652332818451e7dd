-- What a file is: what the rules read of it, works that stand in one file, and how they are linked.

-- The text of a part is a stretch of the text of the file that `part_of` names (null where the row keeps the file itself).
alter table manifestation add column part_of text constraint manifestation_part_of_file references manifestation (id);
-- Where the stretch begins in the text of the file; null where the text is the whole of it.
alter table manifestation add column part_start integer;
alter table manifestation add constraint manifestation_part_start_inside check (part_start >= 0);
drop index manifestation_file_once;
create unique index manifestation_file_once on manifestation (sha256) where corrects is null and part_of is null;
alter table manifestation drop constraint manifestation_whole;
alter table manifestation add constraint manifestation_whole
  check (octet_length(bytes) = case when corrects is null and part_of is null then size else 0 end);

-- What the rules read of a text: a projection, made again with every version.
create table text_description (
  expression_id text constraint text_description_key primary key
    constraint text_description_of_expression references expression (id),
  manifestation_id text not null constraint text_description_of_manifestation references manifestation (id),
  fields jsonb not null,
  cuts jsonb not null,
  oddities jsonb not null
);

-- A work that came with another in one file: the directive annexes the statement.
create table work_link (
  work_id text not null constraint work_link_of_work references work (id),
  other_id text not null constraint work_link_of_other references work (id),
  relation text not null,
  constraint work_link_key primary key (work_id, other_id),
  constraint work_link_of_two check (work_id <> other_id),
  constraint work_link_relation_known check (relation in ('annexes', 'reproduces'))
);
create index work_link_by_other on work_link (other_id);

alter table work_action drop constraint work_action_type_known;
alter table work_action add constraint work_action_type_known check (body ->> 'type' in
  ('describe', 'withdraw', 'restore', 'join', 'leave', 'propose-version', 'decline-version',
   'confirm', 'mark-oddity', 'undo', 'split', 'merge'));
