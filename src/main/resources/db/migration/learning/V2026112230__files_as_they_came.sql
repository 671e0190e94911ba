-- A file that waits is kept as it came, and read again each time. Those that wait now are brought in once more.
delete from learning.file where applied_at is null;
alter table learning.file
    drop column kind,
    drop column content,
    add column content bytea not null default '';
alter table learning.file alter column content drop default;
comment on column learning.file.content is 'Emptied once it is carried out';
