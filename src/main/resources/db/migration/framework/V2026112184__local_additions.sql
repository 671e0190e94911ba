-- A framework that holds nothing but what an organisation adds to a role profile names that profile.
alter table framework.framework add adds_to text references framework.framework (slug) check (adds_to <> slug);
create index framework_adds_to on framework.framework (adds_to) where adds_to is not null;

create or replace view framework.edition as
select v.id as version_id, f.slug, v.number, f.title, f.adds_to
from framework.version v join framework.framework f on f.id = v.framework_id
where v.number is not null;
