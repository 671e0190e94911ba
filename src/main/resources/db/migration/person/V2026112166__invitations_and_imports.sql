create table person.invitation (
    id              bigint generated always as identity primary key,
    organisation_id bigint      not null references organisation.organisation,
    email           text        not null check (email = lower(email)),
    name            text        not null,
    staff_number    text,
    post_id         bigint,
    since           date,
    token_hash      bytea unique,
    invited_by      bigint      not null references access.account,
    invited_at      timestamptz not null,
    expires_at      timestamptz not null,
    accepted_by     bigint references person.person,
    closed_at       timestamptz,
    foreign key (organisation_id, post_id) references organisation.post (organisation_id, id),
    check (accepted_by is null or closed_at is not null)
);
comment on column person.invitation.token_hash is
    'SHA-256 of the link''s token; null for somebody with an account, who finds the invitation on their own page';
comment on column person.invitation.closed_at is 'When it was accepted, declined or withdrawn';
create unique index invitation_open on person.invitation (organisation_id, email) where closed_at is null;
create index invitation_of_address on person.invitation (email) where closed_at is null;

create table person.staff_file (
    id              bigint generated always as identity primary key,
    organisation_id bigint      not null references organisation.organisation,
    name            text        not null,
    content         text        not null,
    uploaded_by     bigint      not null references access.account,
    uploaded_at     timestamptz not null,
    applied_at      timestamptz
);
comment on column person.staff_file.content is 'The known columns as CSV, whatever kind of file it was; emptied once it is applied';
create index staff_file_of_organisation on person.staff_file (organisation_id, id);
