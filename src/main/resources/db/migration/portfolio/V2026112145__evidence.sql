create schema portfolio;

create table portfolio.evidence (
    id            bigint generated always as identity primary key,
    person_id     bigint      not null references person.person,
    kind          text        not null,
    title         text        not null default '',
    happened_on   date,
    structure     text        not null default 'free',
    parts         text[]      not null default '{}',
    source        text,
    link          text,
    valid_until   date,
    hours         numeric(6, 2) check (hours >= 0),
    participatory boolean,
    revision      int         not null default 1,
    added_at      timestamptz not null,
    changed_at    timestamptz not null,
    kept_at       timestamptz,
    removed_at    timestamptz,
    words         tsvector    not null default ''
);
comment on column portfolio.evidence.happened_on is 'The day it is about; its currency is counted from here';
comment on column portfolio.evidence.parts is 'What the person wrote, one text for each heading of the structure';
comment on column portfolio.evidence.source is 'Who issued, observed, said or taught it';
comment on column portfolio.evidence.kept_at is 'Null while it is a draft';
comment on column portfolio.evidence.removed_at is 'In the bin since';

create index evidence_of_person on portfolio.evidence (person_id, coalesce(happened_on, 'infinity') desc, id desc)
    where removed_at is null;
create index evidence_in_bin on portfolio.evidence (person_id) where removed_at is not null;

-- One item supports any number of statements of any published versions.
create table portfolio.support (
    evidence_id  bigint      not null references portfolio.evidence on delete cascade,
    statement_id bigint      not null references framework.statement,
    version_id   bigint      not null references framework.version,
    added_at     timestamptz not null,
    primary key (evidence_id, statement_id)
);
create index support_of_statement on portfolio.support (statement_id);
comment on column portfolio.support.version_id is 'The statement''s, so that one look finds all of a version';
