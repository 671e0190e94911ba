-- Standards named by role profiles that were published before standards were kept: the first title that each code was given.
-- What is known stays as it is, and a locality is no national source.
insert into roleprofile.standard (code, title, uri, principle, principle_code, function)
select distinct on (code) code, title, uri, principle, principle_code, function
from (
    select v.id, section.at as section_at, entry.at as entry_at,
        upper(regexp_replace(entry.value ->> 'code', '\s+', '', 'g')) as code,
        btrim(entry.value ->> 'competence') as title,
        case when entry.value ->> 'uri' like 'https://%' then entry.value ->> 'uri' end as uri,
        entry.value ->> 'principle' as principle,
        entry.value ->> 'principleCode' as principle_code,
        entry.value ->> 'function' as function
    from framework.version v
        cross join jsonb_array_elements(v.document #> '{role,sections}') with ordinality as section (value, at)
        cross join jsonb_array_elements(section.value -> 'entries') with ordinality as entry (value, at)
    where v.number is not null and jsonb_typeof(v.document #> '{role,sections}') = 'array'
        and jsonb_typeof(section.value -> 'entries') = 'array'
        and section.value ->> 'layer' <> 'locality' and entry.value ->> 'code' is not null
) as named
where code ~ '^[A-Z0-9][A-Z0-9&.-]{2,39}$' and title <> ''
order by code, id, section_at, entry_at
on conflict (code) do nothing;
