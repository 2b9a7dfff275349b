-- Each quotation with the sentence before and after, who speaks in which role, and where it was printed.
-- Grain:  one row per quotation that reports speech (fragments and copies are left out).
-- Reads:  quotes, articles, sentences, people, organizations, places
-- Units:  sentence_text is the sentences that the quotation stands in.
-- Try:    select speaker_role, sentence_text from marts.quotes_in_context where speaker_name = 'Sergei Markov';

with

speech as (

    select
        quotes.*,
        people.person_name as speaker_name

    from quotes

    inner join people
        on quotes.speaker_person_id = people.person_id

    union all

    select
        quotes.*,
        organizations.organization_name as speaker_name

    from quotes

    inner join organizations
        on quotes.speaker_organization_id = organizations.organization_id

    where quotes.speaker_person_id is null

    union all

    select
        quotes.*,
        places.place_name as speaker_name

    from quotes

    inner join places
        on quotes.speaker_place_id = places.place_id

    where
        quotes.speaker_person_id is null
        and quotes.speaker_organization_id is null

    union all

    select
        quotes.*,
        quotes.speaker_text as speaker_name

    from quotes

    where
        quotes.speaker_person_id is null
        and quotes.speaker_organization_id is null
        and quotes.speaker_place_id is null

)

select
    speech.quote_id,
    speech.article_id,
    speech.speaker_person_id,
    speech.speaker_organization_id,
    speech.speaker_place_id,
    speech.speaker_type,
    speech.speaker_name,
    speech.speaker_role,
    speech.quote_type,
    speech.text,
    context.sentence_before,
    context.sentence_text,
    context.sentence_after,
    speech.cue_text,
    articles.headline,
    articles.publisher_name,
    speech.char_start,
    speech.char_end,
    speech.confidence,
    articles.published_date,
    speech.said_date

from speech

inner join articles
    on speech.article_id = articles.article_id

cross join
    lateral (

        select
            any_value(sentences.text) filter (
                where sentences.sentence_index < speech.sentence_index
            ) as sentence_before,
            string_agg(sentences.text, ' ' order by sentences.sentence_index) filter (
                where sentences.sentence_index between speech.sentence_index and speech.last_sentence_index
            ) as sentence_text,
            any_value(sentences.text) filter (
                where sentences.sentence_index > speech.last_sentence_index
            ) as sentence_after

        from sentences

        where
            sentences.article_id = speech.article_id
            and sentences.sentence_index + 1 >= speech.sentence_index
            and sentences.sentence_index <= speech.last_sentence_index + 1

    ) as context

where
    speech.quote_type <> 'fragment'
    and articles.duplicate_of_article_id is null
