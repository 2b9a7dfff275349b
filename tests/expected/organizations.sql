-- Facts of organizations.csv that the warehouse does not hold.

select article, phenomenon, organization_name, organization_type from expected_organizations as expected
where not exists (
    from organization_mentions
    inner join articles using (article_id)
    inner join organizations using (organization_id)
    where articles.source_uri = expected.article
        and organizations.organization_name = expected.organization_name
        and (
            expected.organization_type is null
            or organizations.organization_type = expected.organization_type
        )
)
