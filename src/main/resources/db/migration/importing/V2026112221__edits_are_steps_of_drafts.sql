-- The edits of a review are steps of its draft, like any others.
insert into framework.draft_beginning (version_id, document, revision)
select s.version_id, s.imported, v.revision
from importing.source s join framework.version v on v.id = s.version_id
where v.number is null and exists (select from importing.edit e where e.version_id = s.version_id);

insert into framework.draft_step (version_id, step, kind, change, undone, made_by, made_at)
select e.version_id, e.step, 'review', e.edit, e.undone, e.made_by, e.made_at
from importing.edit e join framework.draft_beginning b using (version_id);

drop table importing.edit;
alter table importing.source drop column imported;
