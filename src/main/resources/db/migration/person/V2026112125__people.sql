create schema person;

create table person.person (
    id         bigint generated always as identity primary key,
    account_id bigint      not null unique references access.account,
    name       text        not null,
    created_at timestamptz not null
);

-- One statement of where somebody works is one row for the whole framework and one for each root group that differs,
-- all with the same time. The latest counts; nothing is ever changed.
create table person.current_level (
    id         bigint generated always as identity primary key,
    person_id  bigint      not null references person.person,
    version_id bigint      not null references framework.version,
    root_group text,
    level      text,
    stated_at  timestamptz not null,
    unique nulls not distinct (person_id, version_id, stated_at, root_group),
    check (root_group is null or level is not null)
);
comment on column person.current_level.root_group is 'Null for the whole framework';
comment on column person.current_level.level is 'Null, for the whole framework only: at none of its levels';

create function person.keep_current_levels() returns trigger language plpgsql as $$
begin
    raise exception 'what somebody said about their level is kept' using errcode = 'restrict_violation';
end $$;

create trigger keep_current_levels before update or delete on person.current_level
    for each statement execute function person.keep_current_levels();

create table person.target (
    id         bigint generated always as identity primary key,
    person_id  bigint      not null references person.person,
    version_id bigint      not null references framework.version,
    level      text,
    set_at     timestamptz not null,
    ended_at   timestamptz
);
comment on column person.target.level is 'Null for the role that a role profile describes';
create unique index target_in_force on person.target (person_id, version_id) where ended_at is null;
