-- Facts of places.csv that the warehouse does not hold.

select article, phenomenon, text, place_type from expected_places as expected
where not exists (
    from place_mentions
    inner join articles using (article_id)
    left join places using (place_id)
    where articles.source_uri = expected.article
        and place_mentions.text in (expected.text, 'the ' || expected.text, 'The ' || expected.text)
        and (expected.place_id is null or place_mentions.place_id = expected.place_id::bigint)
        and (expected.country_code is null or places.country_code = expected.country_code)
        and (
            expected.place_type is null
            or coalesce(places.place_type, place_mentions.place_type) = expected.place_type
        )
)
