-- Each quotation with the sentence before and after, who speaks in which role, and where it was printed.
-- Grain:  one row per quotation that reports speech (fragments and copies are left out).
-- Reads:  quotes, articles, sentences, people, person_roles, organizations, places
-- Units:  sentence_text is the sentences that the quotation stands in;
--         speaker_role is the role last stated by that day, else the first one stated after it.
-- Try:    select speaker_name, speaker_role, text from marts.quotes_in_context order by published_date, char_start;

with

speech as (

    select
        quotes.*,
        articles.headline,
        articles.publisher_name,
        articles.published_date

    from quotes

    inner join articles
        on quotes.article_id = articles.article_id

    where
        quotes.quote_type <> 'fragment'
        and articles.duplicate_of_article_id is null

),

context as (

    select
        speech.quote_id,
        min(sentences.sentence_index) as first_index,
        max(sentences.sentence_index) as last_index,
        string_agg(sentences.text, ' ' order by sentences.sentence_index) as text

    from speech

    inner join sentences
        on
            speech.article_id = sentences.article_id
            and speech.char_start < sentences.char_end
            and speech.char_end > sentences.char_start

    group by speech.quote_id

),

roles_by_distance as (

    select
        speech.quote_id,
        person_roles.role_text,
        row_number() over (
            partition by speech.quote_id
            order by
                person_roles.stated_date > speech.published_date,
                abs(person_roles.stated_date - speech.published_date),
                person_roles.article_id = speech.article_id desc,
                person_roles.char_start
        ) as distance_rank

    from speech

    inner join person_roles
        on speech.speaker_person_id = person_roles.person_id

    inner join articles
        on person_roles.article_id = articles.article_id

    where articles.duplicate_of_article_id is null

),

roles as (

    select
        roles_by_distance.quote_id,
        roles_by_distance.role_text

    from roles_by_distance

    where roles_by_distance.distance_rank = 1

)

select
    speech.quote_id,
    speech.article_id,
    speech.speaker_person_id,
    speech.speaker_organization_id,
    speech.speaker_place_id,
    speech.speaker_type,
    coalesce(
        people.person_name, organizations.organization_name, places.place_name, speech.speaker_text
    ) as speaker_name,
    roles.role_text as speaker_role,
    speech.quote_type,
    speech.text,
    before.text as sentence_before,
    context.text as sentence_text,
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

inner join context
    on speech.quote_id = context.quote_id

left join sentences as before
    on
        speech.article_id = before.article_id
        and context.first_index = before.sentence_index + 1

left join sentences as after
    on
        speech.article_id = after.article_id
        and context.last_index + 1 = after.sentence_index

left join people
    on speech.speaker_person_id = people.person_id

left join organizations
    on speech.speaker_organization_id = organizations.organization_id

left join places
    on speech.speaker_place_id = places.place_id

left join roles
    on speech.quote_id = roles.quote_id
