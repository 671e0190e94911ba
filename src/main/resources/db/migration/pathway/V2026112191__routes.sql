create schema if not exists pathway;

-- Routes that framework authors write. Those of documents stand in the documents.
create table pathway.route (
    id              bigint generated always as identity primary key,
    state           text        not null check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN', 'DISCARDED')),
    revision        int         not null default 1, -- counts what was saved
    from_name       text, -- a place that has nothing but a name
    from_version    bigint references framework.version, -- as it was when the route was written
    from_level      text, -- null for the role of a role profile
    to_name         text,
    to_version      bigint references framework.version,
    to_level        text,
    kind            text        not null check (kind in ('WAY_IN', 'UPWARDS', 'SIDEWAYS', 'RETURN')),
    must            text[]      not null,
    may             text[]      not null,
    opportunities   text[]      not null,
    by_employer     text[]      not null,
    by_wider_system text[]      not null,
    changed_at      timestamptz not null,
    changed_by      bigint      not null references access.account,
    check ((from_name is null) <> (from_version is null)),
    check ((to_name is null) <> (to_version is null)),
    check (from_level is null or from_version is not null),
    check (to_level is null or to_version is not null)
);
create index route_published on pathway.route (id) where state = 'PUBLISHED';

create table pathway.route_move (
    id       bigint generated always as identity primary key,
    route_id bigint      not null references pathway.route,
    move     text        not null,
    made_by  bigint      not null references access.account,
    made_at  timestamptz not null
);
create index route_move_of_route on pathway.route_move (route_id, id);
