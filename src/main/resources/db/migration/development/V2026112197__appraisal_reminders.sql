-- Both sides are reminded once that the next appraisal is due.
alter table development.appraisal add column reminded_at timestamptz;
create index appraisal_next on development.appraisal (next_by) where reminded_at is null and stage = 'AGREED';
