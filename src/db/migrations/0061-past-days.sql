-- A past day asks what was acted on since: without this every action of the register was read for each question.
create index action_by_time on action (at, commitment_id);
