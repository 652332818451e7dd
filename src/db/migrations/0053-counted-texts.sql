-- The page of documents counts the commitments of every text, and that of urgings asks for the latest: each from an index alone.
create index commitment_counted on commitment (expression_id, kind, decision, anchored) include (side, cited, confidence)
  where not retired;
create index task_action_urged on task_action (at) where body ->> 'type' = 'urge';
