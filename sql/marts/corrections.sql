-- What was corrected after an article was first read: words of its text, and quotations added, removed or changed.
-- Grain:  one row per change from one revision of an article to the next.
-- Reads:  revision_changes, article_revisions, articles
-- Units:  difference shows the change with the words around it: [-taken out-], {+put in+}; an article that has left the
--         inbox has no headline.
-- Try:    select headline, changed_part, change_type, difference from marts.corrections order by corrected_at;

select
    revision_changes.article_id,
    revision_changes.revision,
    articles.headline,
    articles.publisher_name,
    revision_changes.changed_part,
    revision_changes.change_type,
    revision_changes.before_text,
    revision_changes.after_text,
    revision_changes.difference,
    revision_changes.before_speaker_name,
    revision_changes.after_speaker_name,
    revision_changes.change_index,
    article_revisions.ingested_at as corrected_at

from revision_changes

inner join article_revisions
    on
        revision_changes.article_id = article_revisions.article_id
        and revision_changes.revision = article_revisions.revision

left join articles
    on revision_changes.article_id = articles.article_id
