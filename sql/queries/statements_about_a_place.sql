-- Who spoke of a country or of any place within it, and what did they say?

select distinct
    quotes_in_context.published_date,
    about_place.place_name,
    quotes_in_context.speaker_name,
    quotes_in_context.text

from marts.about_place('Ukraine') as about_place

inner join marts.quotes_in_context
    on
        about_place.article_id = quotes_in_context.article_id
        and about_place.char_start >= quotes_in_context.char_start
        and about_place.char_end <= quotes_in_context.char_end

order by quotes_in_context.published_date, quotes_in_context.speaker_name, about_place.place_name
