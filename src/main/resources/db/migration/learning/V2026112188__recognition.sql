-- People ask a provider to recognise what they learnt before. The provider decides; nothing is awarded here.
create table learning.recognition (
    id          bigint generated always as identity primary key,
    person_id   bigint      not null references person.person,
    provider_id bigint      not null references learning.provider,
    offer_id    bigint references learning.offer,
    asked_for   text        not null,
    words       text        not null,
    state       text        not null check (state in ('ASKED', 'RECOGNISED', 'DECLINED', 'WITHDRAWN')),
    asked_at    timestamptz not null,
    decided_at  timestamptz,
    decided_by  bigint references access.account,
    credits     numeric,
    decision    text        not null default '',
    check ((state in ('RECOGNISED', 'DECLINED')) = (decided_by is not null)),
    check (state not in ('RECOGNISED', 'DECLINED') or decision <> '')
);
create index recognition_of_person on learning.recognition (person_id, id);
create index recognition_by_provider on learning.recognition (provider_id, id);

create table learning.recognition_evidence (
    recognition_id bigint not null references learning.recognition,
    position       int    not null,
    evidence_id    bigint references portfolio.evidence on delete set null,
    title          text   not null,
    primary key (recognition_id, position)
);

create table learning.recognition_share (
    recognition_id bigint not null references learning.recognition,
    share_id       bigint not null references portfolio.share on delete cascade,
    primary key (recognition_id, share_id)
);
