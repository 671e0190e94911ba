create schema cli;

create table cli.set_up_step (
    name    text primary key,
    done_at timestamptz not null default now()
);
comment on table cli.set_up_step is 'What was put into this database once, so that nobody who takes it out finds it back after a restart';
