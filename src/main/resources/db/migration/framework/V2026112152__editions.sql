-- What the modules above may read, within their own transactions, of the versions that were ever published.
create view framework.edition as
select v.id as version_id, f.slug, v.number, f.title
from framework.version v join framework.framework f on f.id = v.framework_id
where v.number is not null;
