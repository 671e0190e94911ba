-- One conversation between a person and another, with both sides' words and signatures.
create table development.appraisal (
    id               bigint generated always as identity primary key,
    person_id        bigint      not null references person.person,
    other_id         bigint      not null references person.person,
    started_by       text        not null check (started_by in ('PERSON', 'OTHER')),
    started_at       timestamptz not null,
    stage            text        not null,
    person_well      text        not null default '',
    person_hard      text        not null default '',
    person_next      text        not null default '',
    person_shown_at  timestamptz,
    other_well       text        not null default '',
    other_hard       text        not null default '',
    other_next       text        not null default '',
    other_shown_at   timestamptz,
    met_on           date,
    looking_back     text        not null default '',
    looking_ahead    text        not null default '',
    support          text        not null default '',
    next_by          date,
    person_revision  int         not null default 0,
    other_revision   int         not null default 0,
    person_signed_at timestamptz,
    other_signed_at  timestamptz,
    ended_at         timestamptz,
    check (person_id <> other_id)
);
create unique index appraisal_open on development.appraisal (person_id, other_id) where ended_at is null;
create index appraisal_of_person on development.appraisal (person_id);
create index appraisal_of_other on development.appraisal (other_id);

-- The record as the first of the two signed it. Goes with their signature; stays once both have signed.
create table development.appraisal_snapshot (
    appraisal_id bigint      primary key references development.appraisal,
    content      text        not null,
    taken_at     timestamptz not null
);

create function development.keep_agreed() returns trigger language plpgsql as $$
begin
    if exists (select 1 from development.appraisal a where a.id = old.appraisal_id and a.stage = 'AGREED') then
        raise exception 'both have signed this record: it stays as it is' using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end $$;

create trigger keep_agreed before update or delete on development.appraisal_snapshot
    for each row execute function development.keep_agreed();
