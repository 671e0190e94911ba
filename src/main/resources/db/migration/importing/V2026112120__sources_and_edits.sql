create schema importing;

-- What a draft was imported from: every line of its text form, and what the import made of it.
create table importing.source (
    version_id bigint primary key references framework.version (id) on delete cascade,
    file_name text not null,
    sha256 text not null,
    lines jsonb not null,
    imported jsonb not null,
    imported_by bigint not null,
    imported_at timestamptz not null
);

-- The steps of a review in order; an undone step stays until another takes its place.
create table importing.edit (
    version_id bigint not null references importing.source (version_id) on delete cascade,
    step integer not null,
    edit jsonb not null,
    undone boolean not null default false,
    made_by bigint not null,
    made_at timestamptz not null,
    primary key (version_id, step)
);
