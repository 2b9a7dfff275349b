"""Name who took a picture: a credit has a form of its own, which no tagger of prose knows."""

import re

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.organizations.evidence import evidence_in_words, label_by_last_word
from pipelines.transform.annotate.people.lexicon import is_given_name
from pipelines.transform.annotate.spans import CharSpan, NameSpan
from pipelines.transform.organization_names import word_set

_CREDIT = re.compile(
    r"\W*(?:(?:[Pp]hoto(?:graph)?|[Pp]icture|[Ii]mage|[Cc]redit)s?(?: credit)?(?::| by)\s+)?"
    r"(?P<name>[^\W\d_][\w.'’-]*(?: [^\W\d_](?:\.|[\w.'’-]*[\w])?){1,3}?)\.?\s*(?=/|,|\)|$|\b(?:for|via|of)\b)"
)
NO_NAMES = word_set(
    "photo photos photograph image images picture pictures pool file handout staff courtesy screenshot via"
)


def name_photographers(article: ParsedArticle, names: list[NameSpan]) -> list[NameSpan]:
    """Take what a credit begins with for a person: ``(Ann Lee/Harbor Post)``, ``Photograph: Ann Lee for the Post``.

    Agencies and other organizations stay what they are.
    """
    found = [NameSpan(span, "person") for span in _photographers(article, names)]
    kept = [name for name in names if not any(name.span.overlaps(one.span) for one in found)]
    return sorted([*kept, *found], key=lambda name: name.span)


def _photographers(article: ParsedArticle, names: list[NameSpan]) -> list[CharSpan]:
    found = []
    for paragraph in article.paragraphs:
        credit = _CREDIT.match(paragraph.text) if paragraph.paragraph_type == "credit" else None
        if credit is None or not _may_be_person(credit["name"]):
            continue
        start, end = credit.span("name")
        span = CharSpan(paragraph.char_start + start, paragraph.char_start + end)
        tagged = any(name.label == "person" and name.span.overlaps(span) for name in names)
        if tagged or is_given_name(credit["name"].split()[0]):
            found.append(span)
    return found


def _may_be_person(name: str) -> bool:
    words = name.split()
    return (
        all(word[0].isupper() for word in words)
        and not any(word.lower() in NO_NAMES or (word.isupper() and 1 < len(word.rstrip(".")) < 4) for word in words)
        and evidence_in_words(name) is None
        and label_by_last_word(name) is None
    )
