-- A person shows one item to one account, for a purpose, up to and including a day. Rows stay: they are the person's record
-- of who could look.
create table portfolio.share (
    id               bigint generated always as identity primary key,
    evidence_id      bigint      not null references portfolio.evidence on delete cascade,
    owner_account_id bigint      not null references access.account,
    account_id       bigint      not null references access.account,
    purpose          text        not null,
    shared_at        timestamptz not null,
    until            date        not null,
    withdrawn_at     timestamptz,
    check (account_id <> owner_account_id)
);
create index share_of_evidence on portfolio.share (evidence_id);
create index share_with_account on portfolio.share (account_id) where withdrawn_at is null;

create table portfolio.look (
    id        bigint generated always as identity primary key,
    share_id  bigint      not null references portfolio.share on delete cascade,
    file_id   bigint references portfolio.file on delete set null,
    looked_at timestamptz not null
);
create index look_by_share on portfolio.look (share_id, looked_at desc);
comment on column portfolio.look.file_id is 'The file that was opened; null for the item itself';
