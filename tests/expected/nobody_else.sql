-- People whom the warehouse names in an article though people.csv, which is complete for its articles, does not.
-- Names in headers and bylines are left out: they are those of authors.

select distinct articles.source_uri as article, people.person_name
from person_mentions
inner join articles using (article_id)
inner join people using (person_id)
inner join sentences using (article_id, sentence_index)
inner join paragraphs using (article_id, paragraph_index)
where articles.source_uri in (select article from expected_people)
    and person_mentions.mention_type = 'name'
    and paragraphs.paragraph_type in ('heading', 'caption', 'credit', 'body', 'list_item')
    and not exists (
        from expected_people
        inner join known_names on expected_people.person_name = known_names.known_name
        where expected_people.article = articles.source_uri
            and known_names.person_id = person_mentions.person_id
    )
