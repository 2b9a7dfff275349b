-- What did others say about one person, and in which sentence?

select
    who_spoke_about_whom.published_date,
    who_spoke_about_whom.speaker_name,
    who_spoke_about_whom.text,
    quotes_in_context.sentence_text

from marts.who_spoke_about_whom

inner join marts.quotes_in_context
    on who_spoke_about_whom.quote_id = quotes_in_context.quote_id

where who_spoke_about_whom.about_person_name = 'Vladimir Putin'

order by who_spoke_about_whom.published_date, quotes_in_context.char_start
