create schema credential;

-- What certificates are signed with. A key is never changed; a new one is added beside it.
create table credential.signing_key (
    id          bigint generated always as identity primary key,
    public_key  bytea       not null, -- X.509
    private_key bytea       not null, -- PKCS #8
    created_at  timestamptz not null
);

create table credential.certificate (
    id           bigint generated always as identity primary key,
    code         text        not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
    person_id    bigint      not null references person.person,
    organisation_id bigint   not null references organisation.organisation,
    version_id   bigint      not null references framework.version,
    level        text, -- null for the role of a role profile
    content      text        not null, -- JSON, byte for byte what was signed
    signature    bytea       not null, -- Ed25519 of the content in UTF-8
    key_id       bigint      not null references credential.signing_key,
    issued_by    bigint      not null references access.account,
    issued_at    timestamptz not null,
    revoked_by   bigint references access.account,
    revoked_at   timestamptz,
    revoked_why  text,
    check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoked_why is null))
);
create index certificate_of_person on credential.certificate (person_id, issued_at desc);
create index certificate_issued_by on credential.certificate (issued_by, issued_at desc);

-- One certificate in force for each level of a version that somebody reached.
create unique index certificate_in_force on credential.certificate (person_id, version_id, level)
    nulls not distinct where revoked_at is null;

create function credential.keep_certificates() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.revoked_at is null and new.revoked_at is not null
       and row(old.id, old.code, old.person_id, old.organisation_id, old.version_id, old.level, old.content,
               old.signature, old.key_id, old.issued_by, old.issued_at)
           is not distinct from
           row(new.id, new.code, new.person_id, new.organisation_id, new.version_id, new.level, new.content,
               new.signature, new.key_id, new.issued_by, new.issued_at) then
        return new;
    end if;
    raise exception 'a certificate stays what it was; it can be revoked' using errcode = 'restrict_violation';
end $$;

create trigger keep_certificates before update or delete on credential.certificate
    for each row execute function credential.keep_certificates();

-- A learner asks an assessor to sign off a whole level or role.
create table credential.request (
    id              bigint generated always as identity primary key,
    person_id       bigint      not null references person.person,
    organisation_id bigint      not null references organisation.organisation,
    version_id      bigint      not null references framework.version,
    level           text,
    assessor_id     bigint      not null references access.account,
    state           text        not null check (state in ('waiting', 'returned', 'signed_off', 'withdrawn')),
    words           text        not null,
    reason          text        not null default '',
    asked_at        timestamptz not null,
    decided_at      timestamptz,
    certificate_id  bigint references credential.certificate
);
create unique index request_waiting on credential.request (person_id, version_id, level)
    nulls not distinct where state = 'waiting';
create index request_of_assessor on credential.request (assessor_id, state, asked_at);
