-- A claim about one version goes on in the next: the row about the earlier one stays, and a new row continues it.
alter table learning.coverage add carried_from bigint references learning.coverage;
alter table learning.coverage add to_confirm boolean not null default false;
alter table learning.coverage add ended_because text check (ended_because in ('GONE', 'REVISED'));
alter table learning.coverage add check (not to_confirm or carried_from is not null);
alter table learning.coverage add check (ended_because is null or ended_at is not null);
comment on column learning.coverage.carried_from is 'What was said last of an earlier version, which this continues';
comment on column learning.coverage.to_confirm is 'The words have changed since, and the provider has not said yet that it still holds: it counts for nothing';
comment on column learning.coverage.ended_because is
    'GONE: the next version has no such part. REVISED: the version after came before it was confirmed. Null when people ended it';
create index coverage_carried on learning.coverage (carried_from) where carried_from is not null;
create index coverage_to_confirm on learning.coverage (provider_id) where to_confirm and ended_at is null;

alter table learning.taken_version add carried_at timestamptz;
comment on column learning.taken_version.carried_at is 'When the claims about the versions before were carried over to it';
