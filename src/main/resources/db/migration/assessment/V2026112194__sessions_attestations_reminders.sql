-- A session that is being put together: nothing is recorded about anybody until it is signed off.
create table assessment.group_draft (
    id              bigint generated always as identity primary key,
    assessor_id     bigint      not null references access.account,
    organisation_id bigint      not null references organisation.organisation,
    version_id      bigint      not null references framework.version,
    title           text        not null,
    held_on         date        not null,
    valid_until     date,
    statements      bigint[]    not null default '{}',
    people          bigint[]    not null default '{}',
    left_out        text[]      not null default '{}',
    changed_at      timestamptz not null
);
comment on column assessment.group_draft.left_out is 'person:statement';
create index group_draft_of_assessor on assessment.group_draft (assessor_id, id);

alter table assessment.group_sign_off add column valid_until date;
comment on column assessment.group_sign_off.valid_until is 'The last day on which it counts';
alter table assessment.group_sign_off_line add column taken_back_at timestamptz;
alter table assessment.group_sign_off_line add check ((taken_back is null) = (taken_back_at is null));
create index group_sign_off_line_of_person on assessment.group_sign_off_line (person_id);

-- A part that was declined can be asked for again, of the same or of somebody else; what was said stays.
alter table assessment.attestation_part drop constraint attestation_part_pkey;
alter table assessment.attestation_part drop constraint attestation_part_attestation_id_account_id_key;
alter table assessment.attestation_part add column id bigint generated always as identity primary key;
alter table assessment.attestation_part add column asked_at timestamptz not null;
alter table assessment.attestation_part add column asked_words text not null default '';
alter table assessment.attestation_part add column capacity text not null default '';
alter table assessment.attestation_part add column signed_as text;
alter table assessment.attestation_part add column replaced_at timestamptz;
alter table assessment.attestation_part add check (answer is distinct from 'signed' or signed_as is not null);
alter table assessment.attestation_part add check (replaced_at is null or answer = 'declined');
comment on column assessment.attestation_part.capacity is 'What they were to the learner when they were asked';
comment on column assessment.attestation_part.signed_as is 'Their name when they signed';
create unique index attestation_part_in_force on assessment.attestation_part (attestation_id, role)
    where replaced_at is null;
create unique index attestation_part_of_one on assessment.attestation_part (attestation_id, account_id)
    where replaced_at is null;
alter table assessment.attestation add column completed_at timestamptz;
alter table assessment.attestation add check (completed_at is null or withdrawn_at is null);

-- What everybody has signed stays as it is.
create function assessment.keep_attested() returns trigger language plpgsql as $$
begin
    if old.completed_at is not null then
        raise exception 'everybody has signed this: it stays as it is' using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end $$;
create trigger keep_attested before update or delete on assessment.attestation
    for each row execute function assessment.keep_attested();

create function assessment.keep_attested_part() returns trigger language plpgsql as $$
begin
    if exists (select 1 from assessment.attestation a
               where a.id = old.attestation_id and a.completed_at is not null) then
        raise exception 'everybody has signed this: it stays as it is' using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end $$;
create trigger keep_attested_part before update or delete on assessment.attestation_part
    for each row execute function assessment.keep_attested_part();

-- Of which verification that runs out somebody has been reminded. Claims themselves never change.
create table assessment.claim_reminder (
    claim_id    bigint      primary key references assessment.claim,
    reminded_at timestamptz not null
);
create index claim_that_runs_out on assessment.claim (valid_until) where valid_until is not null;
