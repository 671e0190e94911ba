create schema access;

create table access.account (
    id            bigint generated always as identity primary key,
    email         text        not null unique check (email = lower(email)),
    name          text        not null,
    password_hash text,
    created_at    timestamptz not null,
    disabled_at   timestamptz
);
comment on column access.account.password_hash is 'Argon2id; null until the first password has been set';

create table access.account_role (
    account_id bigint not null references access.account,
    role       text   not null,
    primary key (account_id, role)
);

create table access.session (
    token_hash   bytea primary key,
    account_id   bigint      not null references access.account,
    csrf_token   text        not null,
    created_at   timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at   timestamptz not null
);
comment on column access.session.token_hash is 'SHA-256 of the token in the cookie; the token itself is kept nowhere';
create index session_account on access.session (account_id);
create index session_expiry on access.session (expires_at);

create table access.password_link (
    account_id bigint primary key references access.account,
    token_hash bytea       not null unique,
    expires_at timestamptz not null
);
comment on table access.password_link is 'At most one link an account; a new one replaces the last, and use removes it';
