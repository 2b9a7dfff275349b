-- Which days after publication does the news name, and what is to happen then?

select
    timeline.date_start,
    timeline.date_text,
    timeline.sentence_text,
    timeline.publisher_name,
    timeline.published_date

from marts.timeline

where
    timeline.date_start > timeline.published_date
    and timeline.granularity = 'day'

order by timeline.date_start, timeline.published_date, timeline.sentence_index
