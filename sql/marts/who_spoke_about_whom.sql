-- Who names whom in what they say, with every statement at hand.
-- Grain:  one row per statement and other person named in it.
-- Reads:  quotes, quote_spans, person_mentions, people, articles
-- Units:  copies are left out; mention_count counts the other person's mentions within the statement, pronouns among
--         them.
-- Try:    select speaker_name, about_person_name, text from marts.who_spoke_about_whom order by published_date;

with

speech as (

    select
        quotes.quote_id,
        quotes.article_id,
        quotes.speaker_person_id,
        quotes.char_start,
        quotes.char_end,
        unnest(range(quotes.sentence_index, quotes.last_sentence_index + 1)) as sentence_index

    from quotes

    where
        quotes.quote_type <> 'fragment'
        and quotes.speaker_person_id is not null

),

near as (

    select
        speech.quote_id,
        person_mentions.person_id,
        person_mentions.char_start,
        person_mentions.char_end

    from speech

    inner join person_mentions
        on
            speech.article_id = person_mentions.article_id
            and speech.sentence_index = person_mentions.sentence_index
            and speech.char_start <= person_mentions.char_start
            and speech.char_end >= person_mentions.char_end
            and speech.speaker_person_id <> person_mentions.person_id

),

named as (

    select
        near.quote_id,
        near.person_id,
        count(*) as mention_count

    from near

    inner join quote_spans
        on
            near.quote_id = quote_spans.quote_id
            and near.char_start >= quote_spans.char_start
            and near.char_end <= quote_spans.char_end

    group by near.quote_id, near.person_id

),

told as materialized (

    select
        quotes.quote_id,
        quotes.article_id,
        quotes.sentence_index,
        quotes.speaker_person_id,
        named.person_id as about_person_id,
        quotes.quote_type,
        quotes.text,
        quotes.char_start,
        quotes.char_end,
        named.mention_count,
        quotes.confidence

    from quotes

    inner join named
        on quotes.quote_id = named.quote_id

)

select
    told.quote_id,
    told.article_id,
    told.sentence_index,
    told.speaker_person_id,
    told.about_person_id,
    speakers.person_name as speaker_name,
    about_people.person_name as about_person_name,
    told.quote_type,
    told.text,
    articles.headline,
    articles.publisher_name,
    told.char_start,
    told.char_end,
    told.mention_count,
    told.confidence,
    articles.published_date

from told

inner join articles
    on told.article_id = articles.article_id

inner join people as speakers
    on told.speaker_person_id = speakers.person_id

inner join people as about_people
    on told.about_person_id = about_people.person_id

where articles.duplicate_of_article_id is null
