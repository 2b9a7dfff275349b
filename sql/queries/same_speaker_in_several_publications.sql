-- Whom do most publications let speak, and how does each print them?

with

speakers as (

    select quotes_by_person.person_id

    from marts.quotes_by_person

    where quotes_by_person.publisher_count > 1

    order by
        quotes_by_person.publisher_count desc,
        quotes_by_person.quote_count desc,
        quotes_by_person.person_name asc

    limit 10

)

select
    people.person_name,
    articles.publisher_name,
    articles.published_date,
    quotes.quote_type,
    quotes.text

from speakers

inner join people
    on speakers.person_id = people.person_id

inner join quotes
    on speakers.person_id = quotes.speaker_person_id

inner join articles
    on quotes.article_id = articles.article_id

where
    quotes.quote_type <> 'fragment'
    and articles.duplicate_of_article_id is null

order by people.person_name, articles.publisher_name, articles.published_date, quotes.char_start
