create schema if not exists pathway;

-- What people call a role or level in everyday words. Nothing is changed: a name is added, and later perhaps taken out.
create table pathway.other_name (
    id         bigint generated always as identity primary key,
    framework  text        not null references framework.framework (slug),
    level      text, -- null for the role of a role profile
    words      text        not null check (length(words) between 2 and 100),
    added_by   bigint      not null references access.account,
    added_at   timestamptz not null,
    removed_by bigint references access.account,
    removed_at timestamptz,
    check ((removed_by is null) = (removed_at is null))
);

create unique index other_name_in_use on pathway.other_name (framework, coalesce(level, ''), lower(words))
    where removed_at is null;
