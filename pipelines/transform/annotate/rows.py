"""Turn what was read in one article into rows of the annotation tables."""

from typing import Any

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.quotes.words import quoted_word_count, spans_in_marks
from pipelines.transform.annotate.spans import (
    Attribution,
    CharSpan,
    DateSpan,
    OrganizationMention,
    OrganizationsReading,
    PeopleReading,
    PersonMention,
    PlaceSpan,
)
from pipelines.transform.annotate.speakers import link_speaker

Row = dict[str, Any]


def located(article: ParsedArticle, span: CharSpan) -> Row:
    """The columns that say where a span stands and what it says."""
    return {
        "article_id": article.article_id,
        "char_start": span.start,
        "char_end": span.end,
        "text": article.text[span.start : span.end],
    }


def located_in_sentence(article: ParsedArticle, span: CharSpan) -> Row:
    """As `located`, with the sentence that the span begins in."""
    return located(article, span) | {"sentence_index": article.sentence_at(span.start).index}


def sentence_rows(article: ParsedArticle) -> list[Row]:
    """One row per sentence."""
    return [
        located(article, CharSpan(sentence.char_start, sentence.char_end))
        | {"sentence_index": sentence.index, "paragraph_index": sentence.paragraph.index}
        for sentence in article.sentences
    ]


def people_rows(
    article: ParsedArticle, reading: PeopleReading, organizations: OrganizationsReading
) -> dict[str, list[Row]]:
    """Rows of people, their mentions and their roles."""
    return {
        "local_people": [
            {
                "article_id": article.article_id,
                "local_person": number,
                "person_name": person.person_name,
                "given_name": person.given_name,
                "family_name": person.family_name,
                "name_suffix": person.name_suffix,
                "gender": person.gender,
            }
            for number, person in enumerate(reading.people)
        ],
        "local_person_mentions": [
            _mention(article, mention) | {"local_person": mention.local_person, "alias_name": mention.alias_name}
            for mention in reading.mentions
        ],
        "local_person_roles": [
            located(article, role.span)
            | {
                "local_person": role.local_person,
                "role_text": role.role_text,
                "local_organization": _organization_at(organizations, role.organization),
            }
            for role in reading.roles
        ],
    }


def organization_rows(article: ParsedArticle, reading: OrganizationsReading) -> dict[str, list[Row]]:
    """Rows of organizations and their mentions."""
    return {
        "local_organizations": [
            {
                "article_id": article.article_id,
                "local_organization": number,
                "organization_name": organization.organization_name,
                "acronym": organization.acronym,
                "organization_type": organization.organization_type,
            }
            for number, organization in enumerate(reading.organizations)
        ],
        "local_organization_mentions": [
            _mention(article, mention) | {"local_organization": mention.local_organization}
            for mention in reading.mentions
        ],
    }


def place_rows(article: ParsedArticle, places: list[PlaceSpan]) -> list[Row]:
    """One row per span that may stand for a place."""
    return [
        located_in_sentence(article, place.span)
        | {
            "mention_type": place.mention_type,
            "lookup_name": place.lookup_name,
            "place_type": place.place_type,
            "container_text": place.container_text,
            "is_dateline": place.is_dateline,
            "usage_country_code": place.usage_country_code,
        }
        for place in places
    ]


def quote_rows(
    article: ParsedArticle,
    quotes: list[Attribution],
    people: PeopleReading,
    organizations: OrganizationsReading,
    places: list[PlaceSpan],
) -> dict[str, list[Row]]:
    """Rows of quotations, each tied to its speaker, and of their pieces."""
    in_marks = spans_in_marks(article)
    quote_table: list[Row] = []
    span_table: list[Row] = []
    for number, quote in enumerate(quotes):
        here = {"article_id": article.article_id, "local_quote": number}
        speaker = link_speaker(article, quote, people, organizations, places)
        quote_table.append(here | _quote(article, quote, in_marks) | speaker._asdict())
        span_table += [
            here | {"span_index": position} | located(article, piece) for position, piece in enumerate(quote.pieces)
        ]
    return {"local_quotes": quote_table, "local_quote_spans": span_table}


def date_rows(article: ParsedArticle, dates: list[DateSpan]) -> list[Row]:
    """One row per expression of time."""
    return [
        located_in_sentence(article, mention.span)
        | {"date_start": mention.date_start, "date_end": mention.date_end, "granularity": mention.granularity}
        for mention in dates
    ]


def _mention(article: ParsedArticle, mention: PersonMention | OrganizationMention) -> Row:
    return located_in_sentence(article, mention.span) | {
        "mention_type": mention.mention_type,
        "confidence": mention.confidence,
        "method": mention.method,
    }


def _organization_at(organizations: OrganizationsReading, span: CharSpan | None) -> int | None:
    if span is None:
        return None
    return next((mention.local_organization for mention in organizations.mentions if mention.span.overlaps(span)), None)


def _quote(article: ParsedArticle, quote: Attribution, in_marks: list[CharSpan]) -> Row:
    start, end = quote.pieces[0].start, quote.pieces[-1].end
    return {
        "sentence_index": article.sentence_at(start).index,
        "quote_type": quote.quote_type,
        "char_start": start,
        "char_end": end,
        "quoted_word_count": quoted_word_count(article.text, quote.pieces, in_marks),
        **_words("cue", article, quote.cue),
        "cue_lemma": quote.cue_lemma,
        **_words("speaker", article, quote.speaker),
        "said_date": quote.said_date,
        "confidence": quote.confidence,
        "method": quote.method,
    }


def _words(name: str, article: ParsedArticle, span: CharSpan | None) -> Row:
    return {
        f"{name}_text": article.text[span.start : span.end] if span else None,
        f"{name}_char_start": span.start if span else None,
        f"{name}_char_end": span.end if span else None,
    }
