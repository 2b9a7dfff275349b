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

stated_roles as (

    select person_roles.*

    from person_roles

    inner join articles
        on person_roles.article_id = articles.article_id

    where articles.duplicate_of_article_id is null

),

own_roles as (

    select
        stated_roles.article_id,
        stated_roles.person_id,
        first(stated_roles.role_text order by stated_roles.char_start) as role_text

    from stated_roles

    group by stated_roles.article_id, stated_roles.person_id

),

roles_by_day as (

    select
        stated_roles.person_id,
        stated_roles.stated_date,
        first(stated_roles.role_text order by stated_roles.char_start, stated_roles.role_text) as role_text

    from stated_roles

    where stated_roles.stated_date is not null

    group by stated_roles.person_id, stated_roles.stated_date

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
    coalesce(own_roles.role_text, earlier_roles.role_text, later_roles.role_text) as speaker_role,
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

left join own_roles
    on
        speech.article_id = own_roles.article_id
        and speech.speaker_person_id = own_roles.person_id

asof left join roles_by_day as earlier_roles
    on
        speech.speaker_person_id = earlier_roles.person_id
        and speech.published_date >= earlier_roles.stated_date

asof left join roles_by_day as later_roles
    on
        speech.speaker_person_id = later_roles.person_id
        and speech.published_date < later_roles.stated_date
