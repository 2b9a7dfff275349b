-- Words of no_speech.csv that the warehouse takes for speech.

select distinct expected.article, expected.phenomenon, expected.words from expected_no_speech as expected
inner join articles on expected.article = articles.source_uri
inner join quote_spans using (article_id)
inner join quotes using (quote_id)
where quotes.quote_type <> 'fragment'
    and contains(quote_spans.text, expected.words)
