-- A later text may tell how far a promise is without its being done: the relation `reported`.
alter table lineage_link drop constraint lineage_link_relation_known;
alter table lineage_link add constraint lineage_link_relation_known check (relation in ('continued', 'strengthened',
  'weakened', 'broadened', 'narrowed', 'fulfilled', 'reported', 'localised', 'new-form'));
alter table lineage_link drop constraint lineage_link_proposed_known;
alter table lineage_link add constraint lineage_link_proposed_known check (proposed in ('continued', 'strengthened',
  'weakened', 'broadened', 'narrowed', 'fulfilled', 'reported', 'localised', 'new-form'));
