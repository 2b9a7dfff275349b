-- Who has spoken in more than one role, and in which from when to when?

with

spoken as (

    select
        quotes.speaker_person_id as person_id,
        quotes.speaker_role,
        count(*) as quote_count,
        min(articles.published_date) as first_date,
        max(articles.published_date) as last_date

    from quotes

    inner join articles
        on quotes.article_id = articles.article_id

    where
        quotes.speaker_role is not null
        and quotes.quote_type <> 'fragment'
        and articles.duplicate_of_article_id is null

    group by quotes.speaker_person_id, quotes.speaker_role

    qualify count(*) over (partition by quotes.speaker_person_id) > 1

)

select
    people.person_name,
    spoken.speaker_role,
    spoken.quote_count,
    spoken.first_date,
    spoken.last_date

from spoken

inner join people
    on spoken.person_id = people.person_id

order by people.quote_count desc, people.person_name asc, spoken.first_date asc, spoken.speaker_role asc

limit 100
