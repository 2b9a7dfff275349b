"""Tie ``I`` and ``my`` inside quotation marks to who speaks there."""

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.people.quoted import QuotedSpeech
from pipelines.transform.annotate.spans import CharSpan, PersonMention

_FIRST_PERSON = frozenset(["I", "me", "Me", "my", "My", "mine", "Mine", "myself", "Myself"])
CONFIDENCE = 0.9


def first_person_mentions(article: ParsedArticle, quoted: QuotedSpeech) -> list[PersonMention]:
    """The pronouns of the first person singular in quotations whose speaker is known."""
    found = []
    for paragraph in article.paragraphs:
        columns = paragraph.columns
        for number, word in enumerate(columns.texts):
            if word not in _FIRST_PERSON or not columns.tags[number].startswith("PRP"):
                continue
            start = paragraph.char_start + columns.starts[number]
            quote = quoted.quote_at(start)
            if quote is not None and quote in quoted.speakers:
                span = CharSpan(start, start + len(word))
                found.append(
                    PersonMention(span, "pronoun", quoted.speakers[quote], CONFIDENCE, "speaker of the quotation")
                )
    return found
