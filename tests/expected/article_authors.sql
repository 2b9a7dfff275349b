-- Facts of article_authors.csv that the warehouse does not hold.

select article, author_name from expected_article_authors as expected
where not exists (
    from article_authors inner join articles using (article_id)
    where articles.source_uri = expected.article
        and article_authors.author_name = expected.author_name
        and article_authors.position = expected.position::integer
)
