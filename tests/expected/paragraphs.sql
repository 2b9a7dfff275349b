-- Facts of paragraphs.csv that the warehouse does not hold.

select article, paragraph_type, starts_with from expected_paragraphs as expected
where not exists (
    from paragraphs inner join articles using (article_id)
    where articles.source_uri = expected.article
        and paragraphs.paragraph_type = expected.paragraph_type
        and starts_with(paragraphs.text, expected.starts_with)
        and (paragraphs.heading_text is not distinct from expected.heading_text or expected.heading_text = '*')
)
