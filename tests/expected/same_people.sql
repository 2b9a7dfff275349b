-- Facts of same_people.csv that the warehouse does not hold.

with

found as (

    select distinct
        expected.real_person,
        expected.article,
        expected.person_name,
        person_mentions.person_id

    from expected_same_people as expected

    inner join articles on expected.article = articles.source_uri
    inner join person_mentions using (article_id)
    inner join known_names
        on person_mentions.person_id = known_names.person_id
        and expected.person_name = known_names.known_name

),

people_by_majority as (

    select real_person, mode(person_id order by article) as person_id
    from found
    group by all

)

select expected.real_person, expected.article, expected.person_name from expected_same_people as expected
left join found using (real_person, article, person_name)
where found.person_id is null
    or exists (
        from people_by_majority as others
        where (others.real_person = expected.real_person) <> (others.person_id = found.person_id)
    )
group by all
