-- Two providers may turn out to be one. The one that went keeps its name and its address, which lead to the one that stays.
alter table learning.provider
    add column merged_into bigint references learning.provider check (merged_into <> id),
    add column merged_at timestamptz,
    add column merged_by bigint references access.account,
    add check (merged_into is null or organisation_id is null),
    add check ((merged_into is null) = (merged_at is null) and (merged_into is null) = (merged_by is null));
create index provider_merged on learning.provider (merged_into) where merged_into is not null;
