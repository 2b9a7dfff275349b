-- Each quotation with the sentence before and after, who speaks in which role, and where it was printed.
-- Grain:  one row per quotation that reports speech (fragments and copies are left out).
-- Reads:  quotes, articles, sentences, people, organizations, places
-- Units:  sentence_text is the sentences that the quotation stands in.
-- Try:    select speaker_role, sentence_text from marts.quotes_in_context where speaker_name = 'Sergei Markov';

with

speech as (

    select
        quotes.*,
        articles.headline,
        articles.publisher_name,
        articles.published_date,
        coalesce(
            people.person_name, organizations.organization_name, places.place_name, quotes.speaker_text
        ) as speaker_name

    from quotes

    inner join articles
        on quotes.article_id = articles.article_id

    left join people
        on quotes.speaker_person_id = people.person_id

    left join organizations
        on quotes.speaker_organization_id = organizations.organization_id

    left join places
        on quotes.speaker_place_id = places.place_id

    where
        quotes.quote_type <> 'fragment'
        and articles.duplicate_of_article_id is null

),

several as (

    select
        quotes.quote_id,
        string_agg(sentences.text, ' ' order by sentences.sentence_index) as text

    from quotes

    inner join sentences
        on
            quotes.article_id = sentences.article_id
            and quotes.sentence_index <= sentences.sentence_index
            and quotes.last_sentence_index >= sentences.sentence_index

    where quotes.sentence_index < quotes.last_sentence_index

    group by quotes.quote_id

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
    before.text as sentence_before,
    coalesce(several.text, sentences.text) as sentence_text,
    after.text as sentence_after,
    speech.cue_text,
    speech.headline,
    speech.publisher_name,
    speech.char_start,
    speech.char_end,
    speech.confidence,
    speech.published_date,
    speech.said_date

from speech

inner join sentences
    on
        speech.article_id = sentences.article_id
        and speech.sentence_index = sentences.sentence_index

left join several
    on speech.quote_id = several.quote_id

left join sentences as before
    on
        speech.article_id = before.article_id
        and speech.sentence_index = before.sentence_index + 1

left join sentences as after
    on
        speech.article_id = after.article_id
        and speech.last_sentence_index + 1 = after.sentence_index
