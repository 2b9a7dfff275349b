"""Tie ``I`` and ``my`` inside quotation marks to who speaks there."""

import re

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.people.quoted import QuotedSpeech
from pipelines.transform.annotate.spans import CharSpan, PersonMention
from pipelines.transform.annotate.tokens import tokens_matching

_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself)\b")
CONFIDENCE = 0.9


def first_person_mentions(article: ParsedArticle, quoted: QuotedSpeech) -> list[PersonMention]:
    """The pronouns of the first person singular in quotations whose speaker is known."""
    found = []
    for paragraph in article.paragraphs:
        for token in tokens_matching(paragraph, _FIRST_PERSON):
            if not token.tag_.startswith("PRP"):
                continue
            span = CharSpan(paragraph.start_of(token), paragraph.end_of(token))
            quote = quoted.quote_at(span.start)
            if quote is not None and quote in quoted.speakers:
                found.append(
                    PersonMention(span, "pronoun", quoted.speakers[quote], CONFIDENCE, "speaker of the quotation")
                )
    return found
