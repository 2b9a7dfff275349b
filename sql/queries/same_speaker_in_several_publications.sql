-- Which people speak in more than one publication, and how does each print them?

with

speakers as (

    select
        publisher_speaker_share.person_id,
        count(*) as publisher_count

    from marts.publisher_speaker_share

    where publisher_speaker_share.publisher_name <> 'unknown'

    group by publisher_speaker_share.person_id

)

select
    quotes_in_context.speaker_name,
    quotes_in_context.publisher_name,
    quotes_in_context.published_date,
    quotes_in_context.quote_type,
    quotes_in_context.text

from marts.quotes_in_context

inner join speakers
    on quotes_in_context.speaker_person_id = speakers.person_id

where speakers.publisher_count > 1

order by quotes_in_context.speaker_name, quotes_in_context.published_date, quotes_in_context.char_start
