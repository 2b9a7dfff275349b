-- In which role did each speaker say it, as stated by that day?

select
    quotes_in_context.published_date,
    quotes_in_context.speaker_name,
    quotes_in_context.speaker_role,
    quotes_in_context.quote_type,
    quotes_in_context.text

from marts.quotes_in_context

where quotes_in_context.speaker_role is not null

order by quotes_in_context.published_date, quotes_in_context.speaker_name, quotes_in_context.char_start
