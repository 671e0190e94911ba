-- Two kinds of role: those of the whole installation stay with the account, those of an organisation stand here.
alter table access.account_role add check (role in ('FRAMEWORK_AUTHOR', 'ADMINISTRATOR'));

create table access.role_grant (
    id              bigint generated always as identity primary key,
    account_id      bigint      not null references access.account,
    organisation_id bigint      not null references organisation.organisation,
    role            text        not null
                    check (role in ('ASSESSOR', 'MANAGER', 'EDUCATOR', 'WORKFORCE_PLANNER', 'ORGANISATION_ADMINISTRATOR')),
    unit_id         bigint,
    framework       text,
    root_group      text,
    task            text,
    starts_at       timestamptz not null,
    ends_at         timestamptz,
    granted_by      bigint references access.account,
    granted_at      timestamptz not null,
    ended_by        bigint references access.account,
    ended_at        timestamptz,
    foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id),
    check (num_nonnulls(unit_id, framework, task) <= 1),
    check (root_group is null or framework is not null),
    check (ends_at is null or ends_at > starts_at)
);
comment on table access.role_grant is 'Where none of unit, framework and task is named, it counts in the whole organisation';
comment on column access.role_grant.granted_by is 'Null at the set-up of an installation';
create index role_grant_of_account on access.role_grant (account_id) where ended_at is null;
create index role_grant_in_organisation on access.role_grant (organisation_id, role) where ended_at is null;
