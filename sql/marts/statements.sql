-- What several articles quote: who said it, when it was first seen, and how many sources have it on their own.
-- Grain:  one row per statement that at least two articles print that are no copies.
-- Reads:  quote_clusters, quote_cluster_members, quotes, articles, people, organizations, places
-- Units:  a copy counts as the article it copies, and stories of agencies as one source; differences are told
--         word by word beside the earliest form: [-taken out-], {+put in+}.
-- Try:    from marts.statements order by independent_source_count desc, first_seen_date limit 20;

with

originals as (

    select
        quote_cluster_members.quote_cluster_id,
        list(distinct quote_cluster_members.difference order by quote_cluster_members.difference) filter (
            where quote_cluster_members.difference is not null
        ) as differences

    from quote_cluster_members

    inner join quotes
        on quote_cluster_members.quote_id = quotes.quote_id

    inner join articles
        on quotes.article_id = articles.article_id

    where articles.duplicate_of_article_id is null

    group by quote_cluster_members.quote_cluster_id

    having min(quotes.article_id) < max(quotes.article_id)

)

select
    quote_clusters.quote_cluster_id,
    quote_clusters.first_quote_id,
    first_quotes.article_id as first_article_id,
    quote_clusters.speaker_person_id,
    quote_clusters.speaker_organization_id,
    coalesce(
        people.person_name, organizations.organization_name, places.place_name, first_quotes.speaker_text
    ) as speaker_name,
    quote_clusters.text,
    originals.differences,
    first_articles.publisher_name as first_publisher_name,
    quote_clusters.independent_source_count,
    quote_clusters.first_seen_date

from quote_clusters

inner join quotes as first_quotes
    on quote_clusters.first_quote_id = first_quotes.quote_id

inner join articles as first_articles
    on first_quotes.article_id = first_articles.article_id

inner join originals
    on quote_clusters.quote_cluster_id = originals.quote_cluster_id

left join people
    on quote_clusters.speaker_person_id = people.person_id

left join organizations
    on quote_clusters.speaker_organization_id = organizations.organization_id

left join places
    on first_quotes.speaker_place_id = places.place_id
