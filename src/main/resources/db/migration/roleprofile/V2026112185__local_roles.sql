create schema if not exists roleprofile;

-- What an organisation adds to a national role profile, as it is being written.
create table roleprofile.local_role (
    id              bigint generated always as identity primary key,
    organisation_id bigint      not null references organisation.organisation,
    national        text        not null references framework.framework (slug),
    base_id         bigint      not null references framework.version,
    additions       jsonb       not null,
    revision        bigint      not null default 1,
    changed_at      timestamptz not null,
    changed_by      bigint      not null,
    unique (organisation_id, national)
);
comment on column roleprofile.local_role.base_id is 'The version of the national profile that the additions stand on';
create index local_role_national on roleprofile.local_role (national);

-- What of it was published, and when: written once.
create table roleprofile.local_edition (
    local_role_id bigint      not null references roleprofile.local_role,
    number        int         not null,
    base_id       bigint      not null references framework.version,
    additions     jsonb       not null,
    version_id    bigint      references framework.version,
    published_at  timestamptz not null,
    published_by  bigint      not null,
    primary key (local_role_id, number)
);
comment on column roleprofile.local_edition.version_id is
    'The local competences, to be claimed against; null when only names and notes were added';
create index local_edition_version on roleprofile.local_edition (version_id);
