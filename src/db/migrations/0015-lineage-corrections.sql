-- What people changed of a commitment: its links are looked for anew. Their decisions are few among all actions.
create index action_that_changes on action (at) where body->>'type' in ('add', 'correct', 'reject', 'undo');
