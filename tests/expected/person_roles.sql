-- Facts of person_roles.csv that the warehouse does not hold.

select article, person_name, coalesce(role_text, organization_name) as role from expected_person_roles as expected
where not exists (
    from person_roles
    inner join articles using (article_id)
    inner join known_names using (person_id)
    left join organizations using (organization_id)
    where articles.source_uri = expected.article
        and known_names.known_name = expected.person_name
        and (expected.role_text is null or contains(person_roles.text, expected.role_text))
        and (
            expected.organization_name is null
            or organizations.organization_name = expected.organization_name
        )
)
