-- What a text calls the bodies that no register knows, by the ids made up for them: [{ id, language, words }].
alter table manifestation add column body_names jsonb not null default '[]';
