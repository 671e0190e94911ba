-- What an organisation decided on its additions when the national profile was withdrawn: written once.
create table roleprofile.local_decision (
    id            bigint generated always as identity primary key,
    local_role_id bigint      not null references roleprofile.local_role,
    base_id       bigint      not null references framework.version,
    kept          boolean     not null,
    reason        text        not null check (btrim(reason) <> ''),
    decided_by    bigint      not null references access.account,
    decided_at    timestamptz not null
);
comment on column roleprofile.local_decision.base_id is 'The withdrawn version that the additions stood on';
create index local_decision_role on roleprofile.local_decision (local_role_id, id desc);

create function roleprofile.keep_decisions() returns trigger language plpgsql as $$
begin
    raise exception 'A decision that was taken stays.' using errcode = 'restrict_violation';
end $$;
create trigger keep_decisions before update or delete on roleprofile.local_decision
    for each row execute function roleprofile.keep_decisions();
