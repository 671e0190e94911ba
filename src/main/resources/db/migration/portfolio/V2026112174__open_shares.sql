-- Which share lets whom look now, for modules that gave one out with something else.
create view portfolio.open_share as
select id as share_id, evidence_id, account_id from portfolio.share
where withdrawn_at is null and until >= (now() at time zone 'Europe/London')::date;
