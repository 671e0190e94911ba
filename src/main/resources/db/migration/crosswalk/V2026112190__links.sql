create schema crosswalk;

-- A link between levels or roles of two pinned versions, from one to the other. What it says never changes; only how far
-- it has come does, and every step of that stays.
create table crosswalk.link (
    id           bigint generated always as identity primary key,
    from_version bigint      not null references framework.version,
    from_level   text, -- null for the role of a role profile
    to_version   bigint      not null references framework.version,
    to_level     text,
    kind         text        not null check (kind in ('EXACT', 'CLOSE', 'BROADER', 'NARROWER', 'RELATED')),
    reason       text        not null check (reason <> ''),
    proposed_by  bigint      not null references access.account,
    proposed_at  timestamptz not null,
    state        text        not null check (state in ('PROPOSED', 'REVIEWED', 'REFUSED', 'WITHDRAWN')),
    check ((from_version, from_level) is distinct from (to_version, to_level))
);

-- Between two ends, in this direction, there is one link that waits or counts.
create unique index link_open on crosswalk.link (from_version, from_level, to_version, to_level)
    nulls not distinct where state in ('PROPOSED', 'REVIEWED');
create index link_state on crosswalk.link (state);

create table crosswalk.step (
    id      bigint generated always as identity primary key,
    link_id bigint      not null references crosswalk.link,
    step    text        not null check (step in ('PROPOSE', 'AGREE', 'REFUSE', 'WITHDRAW')),
    words   text        not null,
    made_by bigint      not null references access.account,
    made_at timestamptz not null
);
create index step_of_link on crosswalk.step (link_id, id);

create function crosswalk.keep_links() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE'
       and row(old.id, old.from_version, old.from_level, old.to_version, old.to_level, old.kind, old.reason,
               old.proposed_by, old.proposed_at)
           is not distinct from
           row(new.id, new.from_version, new.from_level, new.to_version, new.to_level, new.kind, new.reason,
               new.proposed_by, new.proposed_at) then
        return new;
    end if;
    raise exception 'a link stays what it was; it can be withdrawn' using errcode = 'restrict_violation';
end $$;

create trigger keep_links before update or delete on crosswalk.link
    for each row execute function crosswalk.keep_links();

create function crosswalk.keep_steps() returns trigger language plpgsql as $$
begin
    raise exception 'what happened to a link stays' using errcode = 'restrict_violation';
end $$;

create trigger keep_steps before update or delete on crosswalk.step
    for each statement execute function crosswalk.keep_steps();

-- Nobody reviews what they proposed themselves.
create function crosswalk.second_pair_of_eyes() returns trigger language plpgsql as $$
begin
    if new.step in ('AGREE', 'REFUSE')
       and new.made_by = (select proposed_by from crosswalk.link where id = new.link_id) then
        raise exception 'a link is reviewed by somebody else' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger second_pair_of_eyes before insert on crosswalk.step
    for each row execute function crosswalk.second_pair_of_eyes();
