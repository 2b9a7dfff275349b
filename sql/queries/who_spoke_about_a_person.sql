-- What did others say about one person, and in which sentence does it begin?

select
    who_spoke_about_whom.published_date,
    who_spoke_about_whom.speaker_name,
    who_spoke_about_whom.text,
    sentences.text as sentence_text

from marts.who_spoke_about_whom

inner join sentences
    on
        who_spoke_about_whom.article_id = sentences.article_id
        and who_spoke_about_whom.sentence_index = sentences.sentence_index

where who_spoke_about_whom.about_person_name = 'Vladimir Putin'

order by who_spoke_about_whom.published_date, who_spoke_about_whom.article_id, who_spoke_about_whom.char_start
