-- Files of learning that wait to be carried out, for a day at most.
create table learning.file (
    id              bigint generated always as identity primary key,
    organisation_id bigint      not null references organisation.organisation,
    kind            text        not null check (kind in ('OFFERS', 'COVERAGE')),
    name            text        not null,
    content         text        not null,
    uploaded_by     bigint      not null references access.account,
    uploaded_at     timestamptz not null,
    applied_at      timestamptz
);
comment on column learning.file.content is 'The known columns as CSV, whatever kind of file it was; emptied once it is applied';
