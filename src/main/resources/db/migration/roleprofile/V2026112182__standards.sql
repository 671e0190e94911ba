create schema roleprofile;

-- National occupational standards: codes and titles are facts that never change; a standard is superseded, not edited.
create table roleprofile.standard (
    code           text primary key check (code = upper(code) and code ~ '^[A-Z0-9][A-Z0-9&.-]{2,39}$'),
    title          text        not null check (btrim(title) <> ''),
    uri            text check (uri like 'https://%'),
    suite          text,
    principle      text,
    principle_code text,
    function       text,
    superseded_by  text references roleprofile.standard deferrable initially deferred check (superseded_by <> code),
    added_at       timestamptz not null default now(),
    changed_at     timestamptz not null default now()
);
create index standard_title_alike on roleprofile.standard using gin (lower(title) gin_trgm_ops);
create index standard_place on roleprofile.standard (principle, function);
create index standard_superseded_by on roleprofile.standard (superseded_by) where superseded_by is not null;

create function roleprofile.keep_title() returns trigger language plpgsql as $$
begin
    if new.title <> old.title or new.code <> old.code then
        raise exception 'The code and the title of a national standard do not change (%).', old.code;
    end if;
    return new;
end $$;
create trigger keep_title before update on roleprofile.standard
    for each row execute function roleprofile.keep_title();

-- Lists of standards that wait to be carried out, for a day at most.
create table roleprofile.standard_file (
    id          bigint generated always as identity primary key,
    name        text        not null,
    content     bytea       not null,
    uploaded_by bigint      not null references access.account,
    uploaded_at timestamptz not null,
    applied_at  timestamptz
);
