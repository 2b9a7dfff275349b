-- Who names whom in what they say, with every statement at hand.
-- Grain:  one row per statement and other person named in it.
-- Reads:  quotes, quote_spans, person_mentions, people, articles
-- Units:  copies are left out; mention_count counts the other person's mentions within the statement, pronouns among
--         them.
-- Try:    select speaker_name, about_person_name, text from marts.who_spoke_about_whom order by published_date;

with

speech as (

    select
        quote_spans.quote_id,
        quote_spans.article_id,
        quote_spans.char_start,
        quote_spans.char_end

    from quote_spans

    inner join quotes
        on quote_spans.quote_id = quotes.quote_id

    where
        quotes.quote_type <> 'fragment'
        and quotes.speaker_person_id is not null

),

named as (

    select
        speech.quote_id,
        person_mentions.person_id,
        count(*) as mention_count

    from speech

    inner join person_mentions
        on
            speech.article_id = person_mentions.article_id
            and speech.char_start <= person_mentions.char_start
            and speech.char_end >= person_mentions.char_end

    where person_mentions.person_id is not null

    group by speech.quote_id, person_mentions.person_id

)

select
    quotes.quote_id,
    quotes.article_id,
    quotes.sentence_index,
    quotes.speaker_person_id,
    named.person_id as about_person_id,
    speakers.person_name as speaker_name,
    about_people.person_name as about_person_name,
    quotes.quote_type,
    quotes.text,
    articles.headline,
    articles.publisher_name,
    quotes.char_start,
    quotes.char_end,
    named.mention_count,
    quotes.confidence,
    articles.published_date

from named

inner join quotes
    on named.quote_id = quotes.quote_id

inner join articles
    on quotes.article_id = articles.article_id

inner join people as speakers
    on quotes.speaker_person_id = speakers.person_id

inner join people as about_people
    on named.person_id = about_people.person_id

where
    quotes.speaker_person_id <> named.person_id
    and articles.duplicate_of_article_id is null
