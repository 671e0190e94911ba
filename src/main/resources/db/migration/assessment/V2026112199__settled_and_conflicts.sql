-- A request about what was signed off elsewhere, such as after a session, is settled by that sign-off.
alter table assessment.request drop constraint request_state_check;
alter table assessment.request add constraint request_state_check check (state in
    ('waiting', 'questioned', 'returned', 'signed_off', 'withdrawn', 'revoked', 'settled'));

create table assessment.request_settled (
    request_id   bigint not null references assessment.request,
    claim_id     bigint not null references assessment.claim,
    act          bigint not null,
    state        text   not null check (state in ('waiting', 'questioned', 'returned')),
    claim_before bigint references assessment.claim,
    primary key (claim_id, request_id)
);
comment on column assessment.request_settled.state is 'Where it stood before, and stands again when the sign-off is taken back';
comment on column assessment.request_settled.claim_before is 'The judgement in force before';
create index request_settled_of_request on assessment.request_settled (request_id);

-- Open requests about what a session has signed off already.
with settled as (
    insert into assessment.request_settled (request_id, claim_id, act, state, claim_before)
    select distinct on (r.id) r.id, l.claim_id, l.group_id, r.state, r.claim_id
    from assessment.request r
        join assessment.group_sign_off_line l on l.person_id = r.person_id and l.statement_id = r.statement_id
        join assessment.claim c on c.id = l.claim_id
    where r.state in ('waiting', 'questioned', 'returned') and l.taken_back_at is null
      and c.made_at > r.asked_at and (c.valid_until is null or c.valid_until > now())
    order by r.id, l.claim_id desc
    returning request_id, claim_id, act
), noted as (
    insert into assessment.request_entry (request_id, act, made_by, made_at, kind)
    select s.request_id, s.act, g.assessor_id, now(), 'settled'
    from settled s join assessment.group_sign_off g on g.id = s.act
)
update assessment.request r set state = 'settled', claim_id = s.claim_id, revision = r.revision + 1
from settled s where s.request_id = r.id;
