-- What the modules above may read of an account.
create view access.holder as
select id as account_id, email, name, password_hash is not null as has_password, disabled_at is not null as disabled
from access.account;
