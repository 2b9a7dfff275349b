-- Where does the news happen, in points for a map?

select
    places_by_day.place_name,
    places_by_day.place_type,
    places_by_day.country_code,
    places_by_day.latitude,
    places_by_day.longitude,
    sum(places_by_day.article_count)::bigint as article_count,
    sum(places_by_day.mention_count)::bigint as mention_count

from marts.places_by_day

group by
    places_by_day.place_id,
    places_by_day.place_name,
    places_by_day.place_type,
    places_by_day.country_code,
    places_by_day.latitude,
    places_by_day.longitude

order by mention_count desc, places_by_day.place_name asc
