-- Which places the news of a day is about.
-- Grain:  one row per place and day of publication.
-- Reads:  place_mentions, places, articles
-- Units:  copies of an article are not counted again; degrees are WGS 84.
-- Try:    select published_date, place_name, article_count from marts.places_by_day order by article_count desc;

with

mentions as (

    select
        place_mentions.place_id,
        place_mentions.article_id,
        articles.published_date

    from place_mentions

    inner join articles
        on place_mentions.article_id = articles.article_id

    where
        place_mentions.place_id is not null
        and articles.duplicate_of_article_id is null

)

select
    places.place_id,
    places.place_name,
    places.place_type,
    places.country_code,
    places.latitude,
    places.longitude,
    count(*) as mention_count,
    count(distinct mentions.article_id) as article_count,
    mentions.published_date

from mentions

inner join places
    on mentions.place_id = places.place_id

group by
    places.place_id,
    places.place_name,
    places.place_type,
    places.country_code,
    places.latitude,
    places.longitude,
    mentions.published_date
