-- Who belongs to which organisation. Several at a time are usual; leaving one keeps the row.
create table person.membership (
    id              bigint generated always as identity primary key,
    person_id       bigint      not null references person.person,
    organisation_id bigint      not null references organisation.organisation,
    staff_number    text,
    joined_at       timestamptz not null,
    left_at         timestamptz
);
comment on column person.membership.staff_number is 'The key under which the organisation knows them, and which an import goes by';
create unique index membership_in_force on person.membership (person_id, organisation_id) where left_at is null;
create unique index membership_staff_number on person.membership (organisation_id, upper(staff_number)) where left_at is null;

create table person.post_holding (
    id              bigint generated always as identity primary key,
    person_id       bigint not null references person.person,
    organisation_id bigint not null references organisation.organisation,
    post_id         bigint not null,
    since           date   not null,
    until           date,
    foreign key (organisation_id, post_id) references organisation.post (organisation_id, id),
    check (until >= since)
);
create unique index post_holding_in_force on person.post_holding (person_id, post_id) where until is null;
create index post_holding_of_post on person.post_holding (post_id) where until is null;
