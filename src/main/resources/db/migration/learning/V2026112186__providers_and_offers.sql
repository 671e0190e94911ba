create schema learning;

-- Whoever offers learning. A framework may name one that has no organisation here; an administrator can link it later.
create table learning.provider (
    id              bigint generated always as identity primary key,
    slug            text        not null unique check (slug ~ '^[a-z0-9-]+$'),
    name            text        not null,
    organisation_id bigint unique references organisation.organisation,
    about           text        not null default '',
    link            text        not null default '',
    added_at        timestamptz not null
);
create unique index provider_name on learning.provider (lower(name));

create table learning.offer (
    id               bigint generated always as identity primary key,
    provider_id      bigint      not null references learning.provider,
    reference        text        not null default '',
    status           text        not null check (status in ('DRAFT', 'PUBLISHED', 'CLOSED')),
    revision         int         not null default 1,
    title            text        not null,
    kind             text,
    summary          text        not null,
    scale            text,
    level            text,
    comparable_scale text,
    comparable_level text,
    comparable_by    text        not null,
    credits          numeric,
    awarding_body    text        not null,
    accreditation    text        not null,
    duration         text        not null,
    cost_pence       bigint,
    cost_note        text        not null,
    mode             text,
    requirements     text        not null,
    prior_learning   text        not null,
    leads_to         text        not null,
    link             text        not null,
    added_at         timestamptz not null,
    changed_at       timestamptz not null,
    changed_by       bigint      not null references access.account,
    check ((scale is null) = (level is null)),
    check ((comparable_scale is null) = (comparable_level is null)),
    check (status = 'DRAFT' or kind is not null)
);
comment on column learning.offer.comparable_level is
    'A level of another framework that is said to be broadly comparable; comparable_by names who says so';
comment on column learning.offer.prior_learning is 'How the provider recognises prior learning for it; empty when it does not';
create index offer_of_provider on learning.offer (provider_id, lower(title), id);
create unique index offer_reference on learning.offer (provider_id, lower(reference)) where reference <> '';
create index offer_published on learning.offer (lower(title), id) where status = 'PUBLISHED';

create table learning.occasion (
    offer_id  bigint not null references learning.offer on delete cascade,
    position  int    not null,
    starts_on date,
    place     text   not null,
    primary key (offer_id, position)
);
