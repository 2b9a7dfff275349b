-- Which people speak in more than one publication, and how does each print them?

with

speakers as (

    select
        quotes.speaker_person_id,
        count(distinct articles.publisher_name) as publisher_count

    from quotes

    inner join articles
        on quotes.article_id = articles.article_id

    where
        quotes.quote_type <> 'fragment'
        and articles.duplicate_of_article_id is null

    group by quotes.speaker_person_id

)

select
    quotes_in_context.speaker_name,
    quotes_in_context.publisher_name,
    quotes_in_context.published_date,
    quotes_in_context.quote_type,
    quotes_in_context.text

from marts.quotes_in_context

inner join speakers
    on quotes_in_context.speaker_person_id = speakers.speaker_person_id

where speakers.publisher_count > 1

order by quotes_in_context.speaker_name, quotes_in_context.published_date, quotes_in_context.char_start
