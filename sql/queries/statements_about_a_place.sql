-- Who spoke of a country or of any place within it, and what did they say?

select distinct
    articles.published_date,
    about_place.place_name,
    coalesce(people.person_name, organizations.organization_name, quotes.speaker_text) as speaker_name,
    quotes.text

from marts.about_place('Ukraine') as about_place

inner join quotes
    on
        about_place.article_id = quotes.article_id
        and about_place.char_start >= quotes.char_start
        and about_place.char_end <= quotes.char_end

inner join articles
    on quotes.article_id = articles.article_id

left join people
    on quotes.speaker_person_id = people.person_id

left join organizations
    on quotes.speaker_organization_id = organizations.organization_id

where quotes.quote_type <> 'fragment'

order by articles.published_date, speaker_name, about_place.place_name
