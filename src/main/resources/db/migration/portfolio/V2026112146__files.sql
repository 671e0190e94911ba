create table portfolio.file (
    id              bigint generated always as identity primary key,
    evidence_id     bigint      not null references portfolio.evidence on delete cascade,
    name            text        not null,
    type            text        not null,
    size            bigint      not null,
    sha256          bytea       not null,
    added_at        timestamptz not null,
    removed_at      timestamptz,
    thumbnail       bytea,
    thumbnail_tried boolean     not null default false
);
create index file_of_evidence on portfolio.file (evidence_id);
comment on column portfolio.file.type is 'By its content, whatever its name says';

-- A file's bytes in pieces of 1 MB, so that nobody ever holds a whole file in memory.
create table portfolio.chunk (
    file_id bigint not null references portfolio.file on delete cascade,
    number  int    not null,
    bytes   bytea  not null,
    primary key (file_id, number)
);
-- documents and pictures are compressed already
alter table portfolio.chunk alter bytes set storage external;
