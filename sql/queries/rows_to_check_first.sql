-- Which quotations is the reading least sure of?

with

least_sure as (

    select
        quotes.quote_id,
        quotes.article_id,
        quotes.sentence_index,
        quotes.last_sentence_index,
        quotes.confidence,
        quotes.speaker_text,
        quotes.text

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
    least_sure.confidence,
    least_sure.speaker_text,
    least_sure.text,
    string_agg(sentences.text, ' ' order by sentences.sentence_index) as sentence_text,
    least_sure.quote_id

from least_sure

inner join sentences
    on
        least_sure.article_id = sentences.article_id
        and least_sure.sentence_index <= sentences.sentence_index
        and least_sure.last_sentence_index >= sentences.sentence_index

group by least_sure.confidence, least_sure.speaker_text, least_sure.text, least_sure.quote_id

order by least_sure.confidence, least_sure.quote_id
