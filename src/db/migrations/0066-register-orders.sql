-- One work, the order of works by title and that of paths are read from where they begin, not sorted whole.
create index register_row_by_work on register_row (work_id);
create index register_row_by_path on register_row (left(path_order, 200) collate "C") where listed;
create index work_by_title on work (left(title, 200) collate "C");
