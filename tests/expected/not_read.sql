-- Rows of what is read from sentences, for articles in languages that are not read.

select articles.source_uri as article, found.table_name from articles
inner join (
    select article_id, 'sentences' as table_name from sentences
    union all
    select article_id, 'quotes' from quotes
    union all
    select article_id, 'person_mentions' from person_mentions
    union all
    select article_id, 'date_mentions' from date_mentions
) as found using (article_id)
where articles.language_code <> 'en'
