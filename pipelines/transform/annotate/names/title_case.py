"""Read capitals where every word has one: in headlines they tell no names."""

import re

from spacy.tokens import Span, Token

from pipelines.transform.annotate.article import Paragraph
from pipelines.transform.annotate.names.common import is_common_word
from pipelines.transform.annotate.people.lexicon import is_surname
from pipelines.transform.annotate.quotes.lexicon import verb_forms

TITLE_CASE_SHARE = 0.6
CLOSING_MARKS = "”’\"')"
"""What may stand behind the full stop of a sentence."""
_CAPITAL_SMALL_WORD = re.compile(
    r"\s(?:A|An|About|As|At|By|For|From|Her|His|How|In|Is|Not|Of|On|Their|To|What|Why|With)\s"
)
_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}\b")


def in_headline(person: Span) -> Span | None:
    """A name in a headline without the words of the sentence after it; None where that leaves one word."""
    end = next((token.i for token in person[1:] if _is_of_sentence(token)), person.end)
    return person.doc[person.start : end] if end > person.start + 1 else None


def _is_of_sentence(token: Token) -> bool:
    """Whether a capitalised word is no surname, or ``Will`` and ``May`` before a verb: ``Ada Will Run``."""
    if is_common_word(token) and not is_surname(token.text):
        return True
    if token.text not in ("Will", "May") or token.i + 1 == len(token.doc):
        return False
    following = token.nbor().lower_
    return following in ("be", "not") or verb_forms().get(following) == following


def is_in_title_case(paragraph: Paragraph) -> bool:
    """Whether a paragraph is capitalised throughout, as headlines are, so that capitals tell nothing.

    One that ends in a full stop, also within marks, may be a list of names, unless its small words have capitals too.
    """
    text = paragraph.text.rstrip().rstrip(CLOSING_MARKS)
    words = _LONG_WORD.findall(text)
    capitals = sum(word[0].isupper() for word in words)
    if text.endswith(".") and paragraph.paragraph_type != "headline":
        return 2 < len(words) == capitals and _CAPITAL_SMALL_WORD.search(text) is not None
    return len(words) > 2 and capitals > TITLE_CASE_SHARE * len(words)
