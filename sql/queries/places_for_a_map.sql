-- Where does the news happen, in points for a map?

select
    places.place_name,
    places.place_type,
    places.country_code,
    places.latitude,
    places.longitude,
    places.article_count,
    places.mention_count

from places

where places.mention_count > 0

order by places.mention_count desc, places.place_name asc
