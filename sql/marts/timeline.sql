-- Dated events in their own words: every sentence that names a day, in the order of the days.
-- Grain:  one row per expression of time whose days could be told.
-- Reads:  date_mentions, sentences, articles
-- Units:  copies of an article are left out; date_start and date_end are both included.
-- Try:    select date_start, date_text, sentence_text from marts.timeline order by date_start limit 20;

select
    date_mentions.article_id,
    date_mentions.sentence_index,
    date_mentions.text as date_text,
    date_mentions.granularity,
    sentences.text as sentence_text,
    articles.headline,
    articles.publisher_name,
    date_mentions.date_start,
    date_mentions.date_end,
    articles.published_date

from date_mentions

inner join sentences
    on
        date_mentions.article_id = sentences.article_id
        and date_mentions.sentence_index = sentences.sentence_index

inner join articles
    on date_mentions.article_id = articles.article_id

where
    date_mentions.date_start is not null
    and articles.duplicate_of_article_id is null
