-- Sentences about a place and about everything inside it: a country's cities, a region's towns.
-- Macro:  about_place(name)
-- Grain:  one row per mention of the place or of a place within it.
-- Reads:  places, place_mentions, sentences, articles
-- Units:  copies are left out; depth is 0 for the place itself, 1 for what lies directly in it, and so on. A street or
--         site without a place of its own counts with the place that its article tells it lies in.
-- Try:    select place_name, sentence_text from marts.about_place('Ukraine') order by published_date;

with recursive

inside as (

    select
        places.place_id,
        0 as depth

    from places

    where lower(places.place_name) = lower(name)

    union

    select
        places.place_id,
        inside.depth + 1 as depth

    from inside

    inner join places
        on inside.place_id = places.parent_place_id

),

nearest as (

    select
        inside.place_id,
        min(inside.depth) as depth

    from inside

    group by inside.place_id

)

select
    place_mentions.article_id,
    place_mentions.sentence_index,
    places.place_id,
    places.place_name,
    places.place_type,
    places.country_code,
    place_mentions.text,
    sentences.text as sentence_text,
    articles.headline,
    articles.publisher_name,
    place_mentions.char_start,
    place_mentions.char_end,
    nearest.depth,
    articles.published_date

from nearest

inner join places
    on nearest.place_id = places.place_id

inner join place_mentions
    on places.place_id = coalesce(place_mentions.place_id, place_mentions.within_place_id)

inner join sentences
    on
        place_mentions.article_id = sentences.article_id
        and place_mentions.sentence_index = sentences.sentence_index

inner join articles
    on place_mentions.article_id = articles.article_id

where articles.duplicate_of_article_id is null
