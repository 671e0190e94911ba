-- What a draft profile was before its last change, so that this one can be taken back.
create table roleprofile.draft_before (
    version_id bigint primary key references framework.version on delete cascade,
    revision   bigint not null, -- the one that the change has led to; any other change makes this useless
    document   jsonb  not null
);
