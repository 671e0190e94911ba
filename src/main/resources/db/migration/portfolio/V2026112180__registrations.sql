-- What an organisation asks of its own people in each cycle. Never changed: a new one follows.
create table portfolio.organisation_rules (
    id                  bigint generated always as identity primary key,
    organisation_id     bigint        not null references organisation.organisation,
    title               text          not null,
    cycle_months        int           not null check (cycle_months between 1 and 120),
    hours               numeric(6, 2) not null default 0 check (hours >= 0),
    participatory_hours numeric(6, 2) not null default 0 check (participatory_hours >= 0),
    reflections         int           not null default 0 check (reflections >= 0),
    valid_from          date          not null,
    valid_until         date,
    written_by          bigint        not null references access.account,
    written_at          timestamptz   not null
);
create index rules_of_organisation on portfolio.organisation_rules (organisation_id);

-- What people say they are registered for.
create table portfolio.registration (
    id                    bigint generated always as identity primary key,
    person_id             bigint      not null references person.person,
    rule_set              text,
    organisation_rules_id bigint references portfolio.organisation_rules,
    number                text,
    cycle_until           date        not null,
    since                 date,
    two                   boolean     not null default false,
    added_at              timestamptz not null,
    ended_at              timestamptz,
    check ((rule_set is null) <> (organisation_rules_id is null))
);
create index registration_of_person on portfolio.registration (person_id) where ended_at is null;
comment on column portfolio.registration.rule_set is 'The id of a national rule set, which is a file';
comment on column portfolio.registration.cycle_until is 'The last day of the cycle they are in';
comment on column portfolio.registration.two is 'Two registrations under the same rules';

-- What a person says, for one cycle, about what is asked of them.
create table portfolio.registration_statement (
    registration_id bigint      not null references portfolio.registration on delete cascade,
    cycle_until     date        not null,
    requirement     text        not null,
    text            text        not null,
    changed_at      timestamptz not null,
    primary key (registration_id, cycle_until, requirement)
);

create table portfolio.practice_period (
    id        bigint generated always as identity primary key,
    person_id bigint        not null references person.person,
    from_day  date          not null,
    until_day date          not null check (until_day >= from_day),
    hours     numeric(7, 2) not null check (hours > 0),
    setting   text          not null,
    work      text          not null,
    added_at  timestamptz   not null,
    removed_at timestamptz
);
create index practice_of_person on portfolio.practice_period (person_id) where removed_at is null;

create table portfolio.gap_explanation (
    id        bigint generated always as identity primary key,
    person_id bigint      not null references person.person,
    from_day  date        not null,
    until_day date        not null check (until_day >= from_day),
    text      text        not null,
    added_at  timestamptz not null,
    removed_at timestamptz
);
create index explanation_of_person on portfolio.gap_explanation (person_id) where removed_at is null;

-- What another person was asked to say about a registration, and said with their own account.
create table portfolio.attestation (
    id              bigint generated always as identity primary key,
    registration_id bigint      not null references portfolio.registration on delete cascade,
    requirement     text        not null,
    cycle_until     date        not null,
    owner_account_id bigint     not null references access.account,
    account_id      bigint      not null references access.account,
    message         text        not null default '',
    asked_at        timestamptz not null,
    outcome         text check (outcome in ('given', 'declined', 'withdrawn')),
    answered_at     timestamptz,
    held_on         date,
    capacity        text,
    registration    text,
    words           text,
    check ((outcome is null) = (answered_at is null)),
    check (outcome is distinct from 'given' or (held_on is not null and capacity is not null)),
    constraint nobody_attests_themselves check (account_id <> owner_account_id)
);
create index attestation_of_registration on portfolio.attestation (registration_id);
create index attestation_by_account on portfolio.attestation (account_id);
