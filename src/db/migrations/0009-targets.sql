-- Numbers a commitment aims at, and the day on which a person looks again at what is due without one.

-- One object each: text as written, value, unit.
alter table commitment add column targets jsonb not null default '[]';
alter table commitment alter column targets drop default;
alter table commitment add column review_on date;
alter table commitment add constraint commitment_targets_listed check (jsonb_typeof(targets) = 'array');
create index commitment_with_target on commitment (id) where targets <> '[]'::jsonb;
create index commitment_to_review on commitment (review_on) where review_on is not null;

alter table action drop constraint action_type_known;
alter table action add constraint action_type_known check (body ->> 'type' in
  ('propose', 'add', 'confirm', 'correct', 'reject', 'undo', 'reanchor', 'respell', 'lose', 'retire',
   'join', 'separate', 'review'));
