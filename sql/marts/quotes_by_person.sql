-- How much each person is quoted, by how many publishers, and when.
-- Grain:  one row per person who speaks at least once.
-- Reads:  quotes, people, articles
-- Units:  copies of an article are not counted again; quoted_word_count counts words inside quotation marks.
-- Try:    from marts.quotes_by_person order by quote_count desc limit 20;

with

statements as (

    select
        quotes.speaker_person_id as person_id,
        quotes.article_id,
        quotes.quote_type,
        quotes.quoted_word_count,
        articles.publisher_name,
        articles.published_date

    from quotes

    inner join articles
        on quotes.article_id = articles.article_id

    where
        quotes.quote_type <> 'fragment'
        and quotes.speaker_person_id is not null
        and articles.duplicate_of_article_id is null

)

select
    people.person_id,
    people.person_name,
    people.main_role,
    count(*) as quote_count,
    count(*) filter (where statements.quote_type = 'direct') as direct_count,
    count(*) filter (where statements.quote_type = 'mixed') as mixed_count,
    count(*) filter (where statements.quote_type = 'indirect') as indirect_count,
    sum(statements.quoted_word_count)::bigint as quoted_word_count,
    count(distinct statements.article_id) as article_count,
    count(distinct statements.publisher_name) as publisher_count,
    min(statements.published_date) as first_quoted_date,
    max(statements.published_date) as last_quoted_date

from statements

inner join people
    on statements.person_id = people.person_id

group by people.person_id, people.person_name, people.main_role
