-- What the modules above may read of people, so that a list of many is one query.
create view person.named as
select id as person_id, account_id, name from person.person;

create view person.belonging as
select person_id, organisation_id from person.membership where left_at is null;
