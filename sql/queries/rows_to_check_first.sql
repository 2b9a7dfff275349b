-- Which quotations is the reading least sure of?

select
    quotes_in_context.confidence,
    quotes_in_context.speaker_name,
    quotes_in_context.text,
    quotes_in_context.sentence_text,
    quotes_in_context.quote_id

from marts.quotes_in_context

where quotes_in_context.confidence is not null

order by quotes_in_context.confidence, quotes_in_context.quote_id

limit 20
