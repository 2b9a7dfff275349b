-- Facts of people.csv that the warehouse does not hold.

select article, person_name from expected_people as expected
where not exists (
    from person_mentions
    inner join articles using (article_id)
    inner join known_names using (person_id)
    where articles.source_uri = expected.article and known_names.known_name = expected.person_name
)
