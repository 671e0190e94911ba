-- Evidence is shown to the assessor by a share, which ends with the request.
alter table assessment.request_evidence add column share_id bigint references portfolio.share on delete set null;

-- What an organisation lets people do who are not registered for it, by delegation.
create table assessment.task (
    id              bigint generated always as identity primary key,
    organisation_id bigint      not null references organisation.organisation,
    name            text        not null,
    delegated_by    text        not null,
    months          int         check (months > 0),
    added_by        bigint      not null references access.account,
    added_at        timestamptz not null,
    retired_at      timestamptz
);
comment on column assessment.task.delegated_by is 'Who may delegate it, and stays accountable';
comment on column assessment.task.months is 'How long having achieved it counts; null for good';
create unique index task_name on assessment.task (organisation_id, lower(name)) where retired_at is null;

-- Having received training and having achieved it are two things.
create table assessment.task_sign_off (
    id            bigint generated always as identity primary key,
    act           bigint      not null,
    task_id       bigint      not null references assessment.task,
    person_id     bigint      not null references person.person,
    kind          text        not null check (kind in ('trained', 'achieved')),
    made_by       bigint      not null references access.account,
    made_at       timestamptz not null,
    happened_on   date        not null,
    valid_until   date,
    reminded_at   timestamptz,
    revoked_at    timestamptz,
    revoked_by    bigint references access.account,
    revoke_reason text,
    check (kind = 'achieved' or valid_until is null),
    check ((revoked_at is null) = (revoke_reason is null))
);
comment on column assessment.task_sign_off.valid_until is 'The last day on which it counts';
create index task_sign_off_of_person on assessment.task_sign_off (person_id);
create index task_sign_off_of_task on assessment.task_sign_off (task_id, person_id);
create index task_sign_off_to_renew on assessment.task_sign_off (valid_until) where reminded_at is null and revoked_at is null;

-- Many people signed off at once, after a session in which an assessor saw all of them.
create table assessment.group_sign_off (
    id              bigint primary key,
    organisation_id bigint      not null references organisation.organisation,
    assessor_id     bigint      not null references access.account,
    version_id      bigint      not null references framework.version,
    title           text        not null,
    held_on         date        not null,
    made_at         timestamptz not null
);
comment on column assessment.group_sign_off.id is 'The number of the act';
create index group_sign_off_of_assessor on assessment.group_sign_off (assessor_id, id);

create table assessment.group_sign_off_line (
    group_id     bigint not null references assessment.group_sign_off,
    person_id    bigint not null references person.person,
    statement_id bigint not null references framework.statement,
    claim_id     bigint not null references assessment.claim,
    taken_back   text,
    primary key (group_id, person_id, statement_id)
);
comment on column assessment.group_sign_off_line.taken_back is 'Why, empty when it was undone at once; null while it stands';

-- One thing attested by several people, each from their own account.
create table assessment.attestation (
    id           bigint generated always as identity primary key,
    person_id    bigint      not null references person.person,
    title        text        not null,
    words        text        not null,
    made_at      timestamptz not null,
    withdrawn_at timestamptz
);
create index attestation_of_person on assessment.attestation (person_id);

create table assessment.attestation_part (
    attestation_id bigint not null references assessment.attestation,
    role           text   not null check (role in ('learner', 'educator', 'employer')),
    account_id     bigint not null references access.account,
    answer         text   check (answer in ('signed', 'declined')),
    words          text   not null default '',
    answered_at    timestamptz,
    primary key (attestation_id, role),
    unique (attestation_id, account_id),
    check ((answer is null) = (answered_at is null)),
    check (answer is distinct from 'declined' or words <> '')
);
create index attestation_part_of_account on assessment.attestation_part (account_id);
