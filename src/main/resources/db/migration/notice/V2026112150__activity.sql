create schema notice;

create table notice.entry (
    id          bigint generated always as identity primary key,
    account_id  bigint      not null references access.account,
    message_key text        not null,
    arguments   text[]      not null,
    link        text        not null,
    noted_at    timestamptz not null,
    read_at     timestamptz
);
comment on table notice.entry is 'One row for each thing that somebody was told, written in the transaction in which it happened';
create index entry_of_account on notice.entry (account_id, id desc);
create index entry_unread on notice.entry (account_id) where read_at is null;
