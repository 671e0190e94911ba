-- What somebody shows another of themselves, as it was when they chose it. Nobody else sees it before it is shown.
create table development.pack (
    id           bigint generated always as identity primary key,
    person_id    bigint      not null references person.person,
    other_id     bigint      not null references person.person,
    message      text        not null default '',
    choice       text[]      not null,
    content      text        not null,
    until        date        not null,
    made_at      timestamptz not null,
    shown_at     timestamptz,
    withdrawn_at timestamptz,
    check (person_id <> other_id)
);
create index pack_of_person on development.pack (person_id);
create index pack_of_other on development.pack (other_id);

create table development.pack_look (
    pack_id   bigint      not null references development.pack,
    looked_at timestamptz not null
);
create index look_of_pack on development.pack_look (pack_id, looked_at);
