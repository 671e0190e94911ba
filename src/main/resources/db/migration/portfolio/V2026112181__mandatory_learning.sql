-- What employers make everybody learn and learn again. Never a claim, never evidence: it says that somebody was there.
create table portfolio.mandatory_learning (
    id              bigint generated always as identity primary key,
    person_id       bigint      not null references person.person,
    organisation_id bigint      not null default 0,
    raw             text        not null,
    subject_key     text        not null,
    subject         text        not null,
    source          text        not null default '',
    completed_on    date        not null,
    expires_on      date check (expires_on >= completed_on),
    written_by      bigint      not null references access.account,
    written_at      timestamptz not null,
    removed_at      timestamptz
);
create unique index mandatory_learning_once on portfolio.mandatory_learning
    (person_id, organisation_id, subject_key, completed_on) where removed_at is null;
comment on column portfolio.mandatory_learning.organisation_id is 'Who brought it in: 0 is the person themselves';
comment on column portfolio.mandatory_learning.raw is 'The subject as it came in, in the national naming or not';
