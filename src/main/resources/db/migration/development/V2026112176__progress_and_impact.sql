-- How an objective goes, what was learned, and what came of it.
alter table development.objective
    add column learning      text not null default '',
    add column impact_method text,
    add column impact        text not null default '';

create table development.progress_note (
    id           bigint generated always as identity primary key,
    objective_id bigint not null references development.objective,
    noted_on     date   not null,
    text         text   not null,
    removed_at   timestamptz
);
create index progress_note_of_objective on development.progress_note (objective_id);
