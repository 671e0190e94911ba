-- What a provider says that its learning covers. A claim is never changed: a new row takes its place and the old one ends.
create table learning.coverage (
    id           bigint generated always as identity primary key,
    line         bigint      not null,
    provider_id  bigint      not null references learning.provider,
    offer_id     bigint references learning.offer,
    version_id   bigint      not null references framework.version,
    statement_id bigint references framework.statement,
    group_key    text,
    level_key    text,
    code         text,
    position     int         not null default 0,
    kind         text        not null check (kind in ('TEACHES', 'ASSESSES', 'SUPPORTS', 'STATES_POLICY', 'STATES', 'NOT_APPLICABLE')),
    note         text        not null default '',
    evidence     text        not null default '',
    link         text        not null default '',
    starts_on    date,
    ends_on      date,
    review       text        not null default 'NOT_REVIEWED' check (review in ('NOT_REVIEWED', 'ACCEPTED', 'QUESTIONED')),
    added_at     timestamptz not null,
    added_by     bigint references access.account,
    ended_at     timestamptz,
    ended_by     bigint references access.account,
    check (statement_id is null or (group_key is null and level_key is null)),
    check (statement_id is not null or group_key is not null or code is not null),
    check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
comment on column learning.coverage.line is 'The first claim of those that took each other''s place';
comment on column learning.coverage.code is 'What a framework''s document calls the part, when the claim was printed in it';
comment on column learning.coverage.note is 'The words of the framework''s document, verbatim; never changed';
create unique index coverage_once on learning.coverage (provider_id, coalesce(offer_id, 0), version_id,
    coalesce(statement_id, 0), coalesce(group_key, ''), coalesce(level_key, ''), coalesce(code, ''), position, kind)
    where ended_at is null;
create index coverage_of_version on learning.coverage (version_id) where ended_at is null;
create index coverage_of_offer on learning.coverage (offer_id) where ended_at is null;
create index coverage_line on learning.coverage (line);

create table learning.review (
    id              bigint generated always as identity primary key,
    coverage_id     bigint      not null references learning.coverage,
    verdict         text        not null check (verdict in ('NOT_REVIEWED', 'ACCEPTED', 'QUESTIONED')),
    reason          text        not null check (verdict <> 'QUESTIONED' or reason <> ''),
    organisation_id bigint references organisation.organisation,
    reviewed_by     bigint      not null references access.account,
    reviewed_at     timestamptz not null
);
comment on column learning.review.organisation_id is 'The employer in whose name a manager reviewed; null for an author of frameworks';
create index review_of_coverage on learning.review (coverage_id, id);

-- The versions whose own mappings to providers have become claims.
create table learning.taken_version (
    version_id bigint primary key references framework.version,
    taken_at   timestamptz not null
);
