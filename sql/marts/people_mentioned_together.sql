-- Who is named beside whom: pairs of people in the same sentence.
-- Grain:  one row per pair of people; the smaller person_id comes first.
-- Reads:  person_mentions, people, articles
-- Units:  copies of an article are not counted again.
-- Try:    from marts.people_mentioned_together order by sentence_count desc limit 20;

with

present as (

    select distinct
        person_mentions.article_id,
        person_mentions.sentence_index,
        person_mentions.person_id

    from person_mentions

    inner join articles
        on person_mentions.article_id = articles.article_id

    where
        person_mentions.person_id is not null
        and articles.duplicate_of_article_id is null

),

pairs as (

    select
        one.person_id,
        other.person_id as other_person_id,
        count(*) as sentence_count,
        count(distinct one.article_id) as article_count

    from present as one

    inner join present as other
        on
            one.article_id = other.article_id
            and one.sentence_index = other.sentence_index
            and one.person_id < other.person_id

    group by one.person_id, other.person_id

)

select
    pairs.person_id,
    pairs.other_person_id,
    people.person_name,
    other_people.person_name as other_person_name,
    pairs.sentence_count,
    pairs.article_count

from pairs

inner join people
    on pairs.person_id = people.person_id

inner join people as other_people
    on pairs.other_person_id = other_people.person_id
