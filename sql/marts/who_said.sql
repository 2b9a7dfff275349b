-- Statements that hold some words, with who said them where and when.
-- Macro:  who_said(pattern)
-- Grain:  one row per quotation whose text matches a regular expression, whatever the case; copies are left out.
-- Reads:  marts.quotes_in_context
-- Try:    select speaker_name, text, published_date from marts.who_said('water|river');

select
    quotes_in_context.quote_id,
    quotes_in_context.article_id,
    quotes_in_context.speaker_person_id,
    quotes_in_context.speaker_name,
    quotes_in_context.speaker_role,
    quotes_in_context.quote_type,
    quotes_in_context.text,
    quotes_in_context.sentence_text,
    quotes_in_context.headline,
    quotes_in_context.publisher_name,
    quotes_in_context.published_date

from marts.quotes_in_context

where regexp_matches(quotes_in_context.text, pattern, 'i')
