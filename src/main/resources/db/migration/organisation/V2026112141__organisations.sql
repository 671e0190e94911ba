create schema organisation;

create table organisation.organisation (
    id         bigint generated always as identity primary key,
    slug       text        not null unique check (slug ~ '^[a-z0-9-]+$'),
    name       text        not null,
    created_at timestamptz not null
);

-- One tree for each organisation; what is closed stays, because history points at it.
create table organisation.unit (
    id              bigint generated always as identity primary key,
    organisation_id bigint not null references organisation.organisation,
    parent_id       bigint,
    kind            text   not null check (kind in ('ORGANISATION', 'UNIT', 'TEAM')),
    name            text   not null,
    path            bigint[] not null,
    closed_at       timestamptz,
    unique (organisation_id, id),
    foreign key (organisation_id, parent_id) references organisation.unit (organisation_id, id),
    check ((kind = 'ORGANISATION') = (parent_id is null)),
    check (parent_id <> id)
);
comment on column organisation.unit.path is 'The ids from the organisation itself down to this unit';
create index unit_path on organisation.unit using gin (path);
create unique index unit_root on organisation.unit (organisation_id) where parent_id is null;
create unique index unit_name on organisation.unit (organisation_id, parent_id, lower(name)) where closed_at is null;

create table organisation.post (
    id              bigint generated always as identity primary key,
    organisation_id bigint not null references organisation.organisation,
    unit_id         bigint not null,
    reports_to      bigint,
    title           text   not null,
    career_target   text,
    closed_at       timestamptz,
    unique (organisation_id, id),
    foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id),
    foreign key (organisation_id, reports_to) references organisation.post (organisation_id, id),
    check (reports_to <> id)
);
comment on column organisation.post.career_target is 'What the organisation sees this post lead to, in its own words';
create unique index post_title on organisation.post (unit_id, lower(title)) where closed_at is null;
create index post_reports_to on organisation.post (reports_to);

-- What the modules above may read.
create view organisation.employer as
select o.id as organisation_id, o.slug, o.name, u.id as root_unit_id
from organisation.organisation o join organisation.unit u on u.organisation_id = o.id and u.parent_id is null;

create view organisation.open_post as
select p.id as post_id, p.organisation_id, p.title, p.reports_to, u.id as unit_id, u.name as unit_name, u.path as unit_path
from organisation.post p join organisation.unit u on u.id = p.unit_id
where p.closed_at is null;
