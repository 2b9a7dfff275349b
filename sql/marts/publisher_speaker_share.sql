-- Whose voices a publisher brings: each speaker's share of all that its own articles attribute to people.
-- Grain:  one row per publisher and person who speaks.
-- Reads:  quotes, people, articles
-- Units:  a story that it has copied is not its own; shares are 0 to 1.
-- Try:    from marts.publisher_speaker_share order by quote_count desc, publisher_name limit 20;

with

statements as (

    select
        coalesce(articles.publisher_name, 'unknown') as publisher_name,
        quotes.speaker_person_id as person_id,
        count(*) as quote_count,
        count(distinct quotes.article_id) as article_count

    from quotes

    inner join articles
        on quotes.article_id = articles.article_id

    where
        quotes.quote_type <> 'fragment'
        and quotes.speaker_person_id is not null
        and articles.duplicate_of_article_id is null

    group by all

)

select
    people.person_id,
    statements.publisher_name,
    people.person_name,
    people.main_role,
    statements.quote_count,
    statements.article_count,
    statements.quote_count / sum(statements.quote_count) over (
        partition by statements.publisher_name
    ) as quote_share

from statements

inner join people
    on statements.person_id = people.person_id
