-- Facts of quotes.csv that the warehouse does not hold.

select article, phenomenon, words from expected_quotes as expected
where not exists (
    from quotes
    inner join articles using (article_id)
    left join known_names on quotes.speaker_person_id = known_names.person_id
    left join organizations on quotes.speaker_organization_id = organizations.organization_id
    left join places on quotes.speaker_place_id = places.place_id
    where articles.source_uri = expected.article
        and quotes.quote_type = expected.quote_type
        and case expected.quote_type
            when 'mixed' then contains(quotes.text, expected.words)
            when 'indirect' then strpos(quotes.text, expected.words) between 1 and 12
            else starts_with(quotes.text, expected.words)
        end
        and (expected.speaker_type is null or quotes.speaker_type = expected.speaker_type)
        and (expected.speaker_name is null or contains(
            case quotes.speaker_type
                when 'person' then coalesce(known_names.known_name, quotes.speaker_text)
                when 'organization' then coalesce(organizations.organization_name, quotes.speaker_text)
                when 'place' then coalesce(places.place_name, quotes.speaker_text)
                else quotes.speaker_text
            end,
            expected.speaker_name
        ))
        and (expected.speaker_text is null or quotes.speaker_text = expected.speaker_text)
        and (expected.said_date is null or quotes.said_date = expected.said_date::date)
        and (expected.span_count is null or expected.span_count::integer = (
            select count(*) from quote_spans where quote_spans.quote_id = quotes.quote_id
        ))
)
