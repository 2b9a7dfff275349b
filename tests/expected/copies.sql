-- Facts of copies.csv that the warehouse does not hold.

select article, original from expected_copies as expected
where not exists (
    from articles
    inner join articles as originals on articles.duplicate_of_article_id = originals.article_id
    where articles.source_uri = expected.article and originals.source_uri = expected.original
)
