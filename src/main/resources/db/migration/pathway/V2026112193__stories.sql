create schema if not exists pathway;

-- A person's own story about their career, attached to roles and levels. Public only while it is published.
create table pathway.story (
    id            bigint generated always as identity primary key,
    person_id     bigint      not null references person.person,
    title         text        not null check (length(title) between 1 and 120),
    words         text        not null check (length(words) between 1 and 10000),
    shown_as      text        not null check (shown_as in ('name', 'first-name', 'anonymous')),
    state         text        not null check (state in ('draft', 'published', 'withdrawn', 'taken-down')),
    changed_at    timestamptz not null,
    byline        text, -- the name that the person agreed to have shown
    consented_at  timestamptz, -- when they agreed to what is public now, or was last
    withdrawn_at  timestamptz,
    taken_down_at timestamptz,
    taken_down_by bigint references access.account,
    reason        text,
    check (state <> 'published' or consented_at is not null),
    check ((state = 'taken-down') = (reason is not null)),
    check ((reason is null) = (taken_down_by is null) and (reason is null) = (taken_down_at is null))
);

create index story_of_person on pathway.story (person_id);
create index story_published on pathway.story (consented_at desc, id desc) where state = 'published';

create table pathway.story_place (
    story_id  bigint not null references pathway.story on delete cascade,
    position  int    not null,
    framework text   not null references framework.framework (slug),
    level     text, -- null for the role of a role profile
    primary key (story_id, position)
);

create index story_place_of on pathway.story_place (framework, level);

create table pathway.story_report (
    id          bigint generated always as identity primary key,
    story_id    bigint      not null references pathway.story on delete cascade,
    reported_by bigint references access.account, -- null for a member of the public
    reported_at timestamptz not null,
    words       text        not null check (length(words) between 1 and 1000),
    answered_at timestamptz,
    answered_by bigint references access.account,
    check ((answered_at is null) = (answered_by is null))
);

create index story_report_open on pathway.story_report (story_id) where answered_at is null;
