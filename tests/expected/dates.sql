-- Facts of dates.csv that the warehouse does not hold.

select article, phenomenon, text, date_start from expected_dates as expected
where not exists (
    from date_mentions inner join articles using (article_id)
    where articles.source_uri = expected.article
        and (contains(date_mentions.text, expected.text) or contains(expected.text, date_mentions.text))
        and date_mentions.date_start = expected.date_start::date
        and date_mentions.date_end = expected.date_end::date
        and (expected.granularity is null or date_mentions.granularity = expected.granularity)
)
