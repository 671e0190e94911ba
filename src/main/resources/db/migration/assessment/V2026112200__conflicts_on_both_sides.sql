-- A learner, too, can say that an assessor is too close to judge them.
alter table assessment.conflict add column of_learner boolean not null default false;
comment on column assessment.conflict.of_learner is 'Said by the learner; else by the assessor';
drop index assessment.conflict_in_force;
create unique index conflict_in_force on assessment.conflict (account_id, person_id, of_learner) where ended_at is null;
create index conflict_of_person on assessment.conflict (person_id);

-- A request that its assessor must not judge is nobody's until the learner chooses somebody else.
alter table assessment.request drop constraint request_state_check;
alter table assessment.request add constraint request_state_check check (state in
    ('waiting', 'questioned', 'returned', 'unplaced', 'signed_off', 'withdrawn', 'revoked', 'settled'));
drop index assessment.request_open;
create unique index request_open on assessment.request (person_id, statement_id)
    where state in ('waiting', 'questioned', 'returned', 'unplaced');
alter table assessment.request_settled drop constraint request_settled_state_check;
alter table assessment.request_settled add constraint request_settled_state_check check (state in
    ('waiting', 'questioned', 'returned', 'unplaced'));
