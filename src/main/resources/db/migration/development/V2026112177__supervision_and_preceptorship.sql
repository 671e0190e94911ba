-- A line of supervision between two people. Clinical and managerial supervision are two, also between the same two.
create table development.supervision (
    id         bigint generated always as identity primary key,
    person_id  bigint      not null references person.person,
    other_id   bigint      not null references person.person,
    kind       text        not null check (kind in ('CLINICAL', 'MANAGERIAL')),
    next_on    date,
    started_at timestamptz not null,
    ended_at   timestamptz,
    check (person_id <> other_id)
);
create unique index supervision_open on development.supervision (person_id, other_id, kind) where ended_at is null;
create index supervision_of_person on development.supervision (person_id);
create index supervision_of_other on development.supervision (other_id);

-- What both said of a session is for the two alone; day, kind and attendance can be counted.
create table development.supervision_session (
    id             bigint generated always as identity primary key,
    supervision_id bigint      not null references development.supervision,
    held_on        date        not null,
    attendance     text        not null check (attendance in ('HELD', 'CALLED_OFF', 'MISSED')),
    minutes        int         not null default 0 check (minutes between 0 and 1440),
    person_note    text        not null default '',
    other_note     text        not null default '',
    recorded_at    timestamptz not null
);
create index session_of_supervision on development.supervision_session (supervision_id);

create table development.preceptorship (
    id                bigint generated always as identity primary key,
    person_id         bigint      not null references person.person,
    other_id          bigint      not null references person.person,
    starts_on         date        not null,
    planned_end       date        not null,
    protected_minutes int         not null default 0,
    ended_on          date,
    completed         boolean,
    started_at        timestamptz not null,
    check (person_id <> other_id),
    check (planned_end >= starts_on),
    check ((ended_on is null) = (completed is null))
);
create unique index preceptorship_open on development.preceptorship (person_id) where ended_on is null;
create index preceptorship_of_other on development.preceptorship (other_id);

-- A meeting, or a stretch of protected time.
create table development.preceptorship_entry (
    id               bigint generated always as identity primary key,
    preceptorship_id bigint      not null references development.preceptorship,
    kind             text        not null check (kind in ('MEETING', 'PROTECTED_TIME')),
    held_on          date        not null,
    minutes          int         not null check (minutes between 1 and 1440),
    note             text        not null default '',
    recorded_by      text        not null check (recorded_by in ('PERSON', 'OTHER')),
    removed_at       timestamptz
);
create index entry_of_preceptorship on development.preceptorship_entry (preceptorship_id);
