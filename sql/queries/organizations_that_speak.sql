-- Which organizations speak as such, without a person's name?

select
    organizations.organization_name,
    organizations.organization_type,
    count(*) as quote_count,
    min(quotes.text) as example

from quotes

inner join organizations
    on quotes.speaker_organization_id = organizations.organization_id

inner join articles
    on quotes.article_id = articles.article_id

where
    quotes.quote_type <> 'fragment'
    and articles.duplicate_of_article_id is null

group by organizations.organization_name, organizations.organization_type

order by quote_count desc, organizations.organization_name asc
