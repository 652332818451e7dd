-- Pages of files: where they begin in the text, their pictures, the words seen on them; and texts corrected by people.

-- A version that a person made by correcting words of a scan: it has no file of its own but the one it corrects.
alter table manifestation add column corrects text constraint manifestation_corrects_file references manifestation (id);
-- What was changed: the words before and after, with their place in the version before.
alter table manifestation add column corrections jsonb;
-- The version whose corrections this one takes back.
alter table manifestation add column undoes integer;
-- What the pages of a scan said of its lines: numbers of those that are headings, and of those beside the text.
alter table manifestation add column line_hints jsonb;
alter table manifestation add constraint manifestation_corrections_given
  check ((corrects is null) = (corrections is null) and (undoes is null or corrects is not null));
alter table manifestation drop constraint manifestation_file_once;
create unique index manifestation_file_once on manifestation (sha256) where corrects is null;
alter table manifestation drop constraint manifestation_whole;
alter table manifestation add constraint manifestation_whole
  check (octet_length(bytes) = case when corrects is null then size else 0 end);

create table page (
  manifestation_id text not null constraint page_of_manifestation references manifestation (id),
  start integer not null,
  number integer not null,
  constraint page_key primary key (manifestation_id, start),
  constraint page_start_inside check (start >= 0),
  constraint page_number_positive check (number > 0)
);

create table scan_page (
  manifestation_id text not null constraint scan_page_of_manifestation references manifestation (id),
  number integer not null,
  width integer not null,
  height integer not null,
  -- A word each: start and end in the text; left, top, width, height on the page; confidence, 1 where a person looked at it.
  words jsonb not null,
  constraint scan_page_key primary key (manifestation_id, number),
  constraint scan_page_number_positive check (number > 0)
);

-- Kept once for a file, whatever is corrected in its text.
create table page_picture (
  manifestation_id text not null constraint page_picture_of_manifestation references manifestation (id),
  number integer not null,
  type text not null,
  width integer not null,
  height integer not null,
  bytes bytea not null,
  constraint page_picture_key primary key (manifestation_id, number),
  constraint page_picture_type_known check (type in ('image/webp')),
  constraint page_picture_number_positive check (number > 0)
);
alter table page_picture alter column bytes set storage external;

alter table commitment add column page integer;
alter table commitment add constraint commitment_page_positive check (page > 0);

alter table action drop constraint action_type_known;
alter table action add constraint action_type_known check (body ->> 'type' in
  ('propose', 'add', 'confirm', 'correct', 'reject', 'undo', 'reanchor', 'respell', 'lose', 'retire'));
