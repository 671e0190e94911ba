-- "At none of the levels here" and "not said" are two things: the first is a row without a level, the second no row.
alter table person.current_level drop constraint current_level_check;
comment on column person.current_level.root_group is 'Null for the whole framework, which then has this one row only';
comment on column person.current_level.level is 'Null: at none of the levels';
