"""From the spans that name people to names without titles, with what stands before them."""

from spacy.tokens import Span

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.names.eponyms import find_eponyms
from pipelines.transform.annotate.people.clusters import TITLES_OF_RULERS, NameMention
from pipelines.transform.annotate.people.kinship import gender_of_relative, is_told_by_a_relative
from pipelines.transform.annotate.people.lexicon import Gender, gender_of_title, is_title
from pipelines.transform.annotate.people.printed_names import take_apart
from pipelines.transform.annotate.people.shared_surnames import with_shared_surnames
from pipelines.transform.annotate.spans import NameSpan
from pipelines.transform.annotate.tokens import is_verb

WORDS_BEFORE = 3


def name_mentions(article: ParsedArticle, names: list[NameSpan]) -> list[NameMention]:
    """The names of people, in the order of the text."""
    mentions = []
    for name in names:
        if name.label == "person":
            text = " ".join(article.text[name.span.start : name.span.end].split())
            tokens = _tokens(article, name)
            mentions.append(
                NameMention(
                    name.span,
                    take_apart(text),
                    _gender_before(tokens) or gender_of_relative(tokens),
                    _title_before(tokens),
                    is_relative=len(tokens) > 1 and is_told_by_a_relative(tokens),
                )
            )
    return with_shared_surnames(article, mentions)


def eponym_mentions(article: ParsedArticle, names: list[NameSpan]) -> list[NameMention]:
    """The people after whom things are called, in the order of the text."""
    return [
        NameMention(span, take_apart(" ".join(article.text[span.start : span.end].split())), is_eponym=True)
        for span in find_eponyms(article, names)
    ]


def _tokens(article: ParsedArticle, name: NameSpan) -> Span:
    paragraph = article.paragraph_at(name.span.start)
    start, end = name.span.start - paragraph.char_start, name.span.end - paragraph.char_start
    span = paragraph.doc.char_span(start, end, alignment_mode="expand")
    assert span is not None, "a name lies within its paragraph"
    return span


def _title_before(name: Span) -> str | None:
    """The title right before a name, in small letters."""
    before = None if name.start == 0 or name[0].is_sent_start else name.doc[name.start - 1]
    is_written = before is not None and before.text[0].isupper()
    if before is None or not is_written or not (is_title(before.text) or before.lower_ in TITLES_OF_RULERS):
        return None
    return before.lower_


def _gender_before(name: Span) -> Gender | None:
    """The gender that titles and nouns directly before a name tell: ``Mrs``, ``spokeswoman``, ``his wife``."""
    doc = name.doc
    for index in range(name.start - 1, max(name.start - WORDS_BEFORE, 0) - 1, -1):
        token = doc[index]
        if doc[index + 1].is_sent_start or not token.text[0].isalpha():
            return None
        if gender := gender_of_title(token.text):
            return gender
        if is_verb(token) or token.tag_ in ("IN", "TO", "CC"):
            return None
    return None
