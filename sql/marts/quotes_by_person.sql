-- How much each person is quoted, by how many publishers, and when.
-- Grain:  one row per person who speaks at least once.
-- Reads:  quotes, people, articles
-- Units:  copies of an article are not counted again; quoted_word_count counts words inside quotation marks.
-- Try:    from marts.quotes_by_person order by quote_count desc limit 20;

with

by_article as (

    select
        quotes.speaker_person_id as person_id,
        quotes.article_id,
        count(*) as quote_count,
        count(*) filter (where quotes.quote_type = 'direct') as direct_count,
        count(*) filter (where quotes.quote_type = 'mixed') as mixed_count,
        count(*) filter (where quotes.quote_type = 'indirect') as indirect_count,
        sum(quotes.quoted_word_count) as quoted_word_count

    from quotes

    where
        quotes.quote_type <> 'fragment'
        and quotes.speaker_person_id is not null

    group by quotes.speaker_person_id, quotes.article_id

),

by_person as (

    select
        by_article.person_id,
        sum(by_article.quote_count)::bigint as quote_count,
        sum(by_article.direct_count)::bigint as direct_count,
        sum(by_article.mixed_count)::bigint as mixed_count,
        sum(by_article.indirect_count)::bigint as indirect_count,
        sum(by_article.quoted_word_count)::bigint as quoted_word_count,
        count(*) as article_count,
        count(distinct articles.publisher_name) as publisher_count,
        min(articles.published_date) as first_quoted_date,
        max(articles.published_date) as last_quoted_date

    from by_article

    inner join articles
        on by_article.article_id = articles.article_id

    where articles.duplicate_of_article_id is null

    group by by_article.person_id

)

select
    people.person_id,
    people.person_name,
    people.main_role,
    by_person.quote_count,
    by_person.direct_count,
    by_person.mixed_count,
    by_person.indirect_count,
    by_person.quoted_word_count,
    by_person.article_count,
    by_person.publisher_count,
    by_person.first_quoted_date,
    by_person.last_quoted_date

from by_person

inner join people
    on by_person.person_id = people.person_id
