-- What the modules above may read of evidence that somebody let a record stand on.
create view portfolio.words_of as
select id as evidence_id, person_id, kind, title, revision from portfolio.evidence
where kept_at is not null and removed_at is null;
