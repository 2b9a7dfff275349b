-- Statements that hold some words, with who said them where and when.
-- Macro:  who_said(pattern)
-- Grain:  one row per quotation whose text matches a regular expression, whatever the case; copies are left out.
-- Reads:  quotes, articles, sentences, people, organizations, places
-- Try:    select speaker_name, text, published_date from marts.who_said('water|river');

with

speech as (

    select quotes.*

    from quotes

    where
        quotes.quote_type <> 'fragment'
        and regexp_matches(quotes.text, pattern, 'i')

),

matching as materialized (

    select
        speech.*,
        articles.headline,
        articles.publisher_name,
        articles.published_date

    from speech

    inner join articles
        on speech.article_id = articles.article_id

    where articles.duplicate_of_article_id is null

)

select
    matching.quote_id,
    matching.article_id,
    matching.speaker_person_id,
    coalesce(
        people.person_name, organizations.organization_name, places.place_name, matching.speaker_text
    ) as speaker_name,
    matching.speaker_role,
    matching.quote_type,
    matching.text,
    context.sentence_text,
    matching.headline,
    matching.publisher_name,
    matching.published_date

from matching

cross join
    lateral (

        select string_agg(sentences.text, ' ' order by sentences.sentence_index) as sentence_text

        from sentences

        where
            sentences.article_id = matching.article_id
            and sentences.sentence_index between matching.sentence_index and matching.last_sentence_index

    ) as context

left join people
    on matching.speaker_person_id = people.person_id

left join organizations
    on matching.speaker_organization_id = organizations.organization_id

left join places
    on matching.speaker_place_id = places.place_id
