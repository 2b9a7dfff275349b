-- Who spoke of a country or of any place within it, and what did they say?

with

about_place as materialized (

    from marts.about_place('Ukraine')

)

select distinct
    about_place.published_date,
    about_place.place_name,
    coalesce(people.person_name, organizations.organization_name, quotes.speaker_text) as speaker_name,
    quotes.text

from about_place

inner join quotes
    on
        about_place.article_id = quotes.article_id
        and about_place.char_start >= quotes.char_start
        and about_place.char_end <= quotes.char_end

left join people
    on quotes.speaker_person_id = people.person_id

left join organizations
    on quotes.speaker_organization_id = organizations.organization_id

where quotes.quote_type <> 'fragment'

order by about_place.published_date, speaker_name, about_place.place_name
