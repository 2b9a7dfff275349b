-- Which quotations is the reading least sure of?

with

least_sure as (

    select quotes.quote_id

    from quotes

    inner join articles
        on quotes.article_id = articles.article_id

    where
        quotes.confidence is not null
        and quotes.quote_type <> 'fragment'
        and articles.duplicate_of_article_id is null

    order by quotes.confidence, quotes.quote_id

    limit 20

)

select
    quotes_in_context.confidence,
    quotes_in_context.speaker_name,
    quotes_in_context.text,
    quotes_in_context.sentence_text,
    quotes_in_context.quote_id

from marts.quotes_in_context

inner join least_sure
    on quotes_in_context.quote_id = least_sure.quote_id

order by quotes_in_context.confidence, quotes_in_context.quote_id
