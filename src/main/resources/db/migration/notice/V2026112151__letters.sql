-- What goes by e-mail. An entry waits until it is put into a letter; a letter waits until the mail server has taken it.
create table notice.letter (
    id              bigint generated always as identity primary key,
    account_id      bigint      not null references access.account,
    key             uuid        not null default gen_random_uuid(),
    composed_at     timestamptz not null,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz,
    sent_at         timestamptz,
    failure         text
);
comment on column notice.letter.key is 'In its Message-ID, the same at every attempt';
comment on column notice.letter.next_attempt_at is 'Null once it is sent or given up';
comment on column notice.letter.failure is 'Why the last attempt failed';
create index letter_due on notice.letter (next_attempt_at) where next_attempt_at is not null;

alter table notice.entry
    add column for_mail  boolean not null default false,
    add column urgent    boolean not null default false,
    add column letter_id bigint references notice.letter;
comment on column notice.entry.for_mail is 'Waits to be put into a letter';
comment on column notice.entry.urgent is 'Goes at once, whatever the person has chosen';
create index entry_for_mail on notice.entry (account_id) where for_mail;
create index entry_of_letter on notice.entry (letter_id) where letter_id is not null;

create table notice.mail_choice (
    account_id        bigint primary key references access.account,
    frequency         text     not null default 'AT_ONCE' check (frequency in ('AT_ONCE', 'DAILY', 'NONE')),
    digest_hour       smallint not null default 8 check (digest_hour between 0 and 23),
    unsubscribe_token uuid     not null unique default gen_random_uuid()
);
comment on column notice.mail_choice.digest_hour is 'As the clocks in the United Kingdom have it';
comment on column notice.mail_choice.unsubscribe_token is 'In the letters; whoever has it can stop them and nothing else';
