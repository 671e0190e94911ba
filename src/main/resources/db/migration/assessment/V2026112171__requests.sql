-- An assessor may find a statement met in part: a word like a refusal, which verifies nothing.
alter table assessment.claim drop constraint claim_kind_check;
alter table assessment.claim add constraint claim_kind_check check (kind between 0 and 5);
alter table assessment.claim add check (kind <> 5 or reason is not null);
comment on column assessment.claim.kind is
    '0 self-rating, 1 sign-off, 2 recognition, 3 refusal, 4 revocation of a sign-off or of a refusal, 5 partly met';

-- Everything somebody does at once has one number, by which it is shown and undone.
create sequence assessment.act;

-- A learner asks an assessor to judge one statement; those asked together share a number.
create table assessment.request (
    id              bigint generated always as identity primary key,
    asking          bigint      not null,
    person_id       bigint      not null references person.person,
    organisation_id bigint      not null references organisation.organisation,
    version_id      bigint      not null references framework.version,
    statement_id    bigint      not null references framework.statement,
    assessor_id     bigint      not null references access.account,
    state           text        not null
                    check (state in ('waiting', 'questioned', 'returned', 'signed_off', 'withdrawn', 'revoked')),
    revision        int         not null default 1,
    asked_at        timestamptz not null,
    waiting_since   timestamptz not null,
    claim_id        bigint references assessment.claim
);
comment on column assessment.request.revision is 'Counts changes, so that nobody decides on what they have not seen';
comment on column assessment.request.claim_id is 'The judgement in force';
create unique index request_open on assessment.request (person_id, statement_id)
    where state in ('waiting', 'questioned', 'returned');
create index request_in_queue on assessment.request (assessor_id, state, waiting_since, id);
create index request_of_person on assessment.request (person_id, asking);

-- All that was said and done about a request; only ever added to.
create table assessment.request_entry (
    id         bigint generated always as identity primary key,
    request_id bigint      not null references assessment.request,
    act        bigint      not null,
    made_by    bigint      not null references access.account,
    made_at    timestamptz not null,
    kind       text        not null,
    words      text        not null default '',
    claim_id   bigint references assessment.claim
);
create index request_entry_of_request on assessment.request_entry (request_id, id);
create index request_entry_of_act on assessment.request_entry (act);

-- The evidence a request stands on, in the words of that time. It cannot be deleted while a sign-off needs it.
create table assessment.request_evidence (
    request_id  bigint not null references assessment.request,
    evidence_id bigint not null references portfolio.evidence,
    revision    int    not null,
    primary key (request_id, evidence_id)
);
create index request_evidence_of_item on assessment.request_evidence (evidence_id);

-- What is to be told a little later, so that it can be undone before anybody knows.
create table assessment.telling (
    id          bigint generated always as identity primary key,
    act         bigint      not null,
    account_id  bigint      not null references access.account,
    due_at      timestamptz not null,
    message_key text        not null,
    arguments   text[]      not null,
    link        text        not null
);
create index telling_due on assessment.telling (due_at);
create index telling_of_act on assessment.telling (act);

-- That an assessor is too close to a person to judge them.
create table assessment.conflict (
    id          bigint generated always as identity primary key,
    account_id  bigint      not null references access.account,
    person_id   bigint      not null references person.person,
    words       text        not null,
    declared_at timestamptz not null,
    ended_at    timestamptz
);
create unique index conflict_in_force on assessment.conflict (account_id, person_id) where ended_at is null;
