create schema development;

-- A plan is all of a person's objectives. What is removed keeps its row, so that it can be brought back.
create table development.objective (
    id           bigint generated always as identity primary key,
    person_id    bigint      not null references person.person,
    position     int         not null,
    title        text        not null,
    reason       text        not null default '',
    support      text        not null default '',
    due          date,
    completed_on date,
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    removed_at   timestamptz
);
create index objective_of_person on development.objective (person_id);

create table development.objective_statement (
    objective_id bigint not null references development.objective,
    statement_id bigint not null references framework.statement,
    version_id   bigint not null references framework.version,
    position     int    not null,
    removed_at   timestamptz,
    primary key (objective_id, statement_id)
);

create table development.action (
    id           bigint generated always as identity primary key,
    objective_id bigint not null references development.objective,
    position     int    not null,
    text         text   not null,
    due          date,
    done_on      date,
    removed_at   timestamptz
);
create index action_of_objective on development.action (objective_id);
