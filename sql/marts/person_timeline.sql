-- What is told of a person day by day: what they said, and which roles were stated.
-- Grain:  one row per quotation or stated role of a person.
-- Reads:  quotes, person_roles, people, articles
-- Units:  copies are left out; event_date is the day a thing was said where the article tells it, else the day of
--         publication.
-- Try:    select event_date, event_type, text from marts.person_timeline where person_name = 'Sergei Markov';

with

events as (

    select
        quotes.speaker_person_id as person_id,
        quotes.article_id,
        'quote' as event_type,
        quotes.text,
        quotes.char_start,
        quotes.char_end,
        quotes.said_date as stated_date

    from quotes

    where
        quotes.quote_type <> 'fragment'
        and quotes.speaker_person_id is not null

    union all

    select
        person_roles.person_id,
        person_roles.article_id,
        'role' as event_type,
        person_roles.role_text as text,
        person_roles.char_start,
        person_roles.char_end,
        person_roles.stated_date

    from person_roles

)

select
    people.person_id,
    events.article_id,
    people.person_name,
    events.event_type,
    events.text,
    articles.headline,
    articles.publisher_name,
    events.char_start,
    events.char_end,
    coalesce(events.stated_date, articles.published_date) as event_date

from events

inner join people
    on events.person_id = people.person_id

inner join articles
    on events.article_id = articles.article_id

where articles.duplicate_of_article_id is null
