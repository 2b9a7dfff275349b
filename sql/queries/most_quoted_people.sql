-- Who is quoted most, and in how many publications?

select
    quotes_by_person.person_name,
    quotes_by_person.main_role,
    quotes_by_person.quote_count,
    quotes_by_person.direct_count,
    quotes_by_person.publisher_count

from marts.quotes_by_person

order by quotes_by_person.quote_count desc, quotes_by_person.person_name asc

limit 15
