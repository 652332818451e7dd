-- Suggestions of lessons that people set aside, how often a text was read again with what was taught, and of which relation it is.

create table suggestion_action (
  id text constraint suggestion_action_key primary key,
  relation text not null,
  key text not null,
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  body jsonb not null,
  -- Each side sets suggestions aside for itself.
  side text default servanda_party(),
  constraint suggestion_action_in_order unique nulls not distinct (side, relation, key, sequence),
  constraint suggestion_action_sequence_positive check (sequence > 0),
  constraint suggestion_action_relation_given check (btrim(relation) <> ''),
  constraint suggestion_action_key_given check (btrim(key) <> ''),
  constraint suggestion_action_by_given check (btrim(by) <> ''),
  constraint suggestion_action_type_known check (body ->> 'type' in ('set-aside', 'take-up'))
);

create trigger suggestion_action_append_only before update or delete or truncate on suggestion_action
  for each statement execute function refuse_change();

alter table suggestion_action enable row level security;
create policy wall on suggestion_action to servanda_seat using (side is null or side = (select servanda_party()));

-- Each time a text is read again its lineage is compared again.
alter table reread_coverage add column times integer not null default 1;
alter table reread_coverage add constraint reread_coverage_times_positive check (times > 0);

-- Whose relation a text is of by what it says; null where it was read before this was kept.
alter table text_description add column relation text;
