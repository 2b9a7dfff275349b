"""Find names that share a generic word in the plural: ``Barrow and Jackson counties``, ``Oak and Elm streets``."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from pipelines.transform.annotate.article import Paragraph
from pipelines.transform.annotate.places.lexicon import Lexicon
from pipelines.transform.annotate.spans import CharSpan, PlaceSpan
from pipelines.transform.place_names import place_key

PLURALS = {
    "counties": ("County", "admin2"),
    "parishes": ("Parish", "admin2"),
    "townships": ("Township", "admin2"),
    "streets": ("Street", "facility"),
    "avenues": ("Avenue", "facility"),
    "roads": ("Road", "facility"),
    "drives": ("Drive", "facility"),
    "rivers": ("River", "natural"),
    "lakes": ("Lake", "natural"),
}
BETWEEN = frozenset([",", "and", "or", "&"])


def find_coordinated(paragraph: Paragraph, lexicon: Lexicon) -> Iterator[PlaceSpan]:
    """The names before a plural, each to be looked up with the generic word in the singular."""
    for number, word in enumerate(paragraph.columns.lowers):
        if word not in PLURALS:
            continue
        generic, kind = PLURALS[word]
        names = list(_names_before(paragraph.doc, paragraph.doc[number]))
        if len(names) > 1:
            for words in reversed(names):
                span = CharSpan(paragraph.start_of(words), paragraph.end_of(words))
                full_name = f"{words.text} {generic}"
                known = kind != "admin2" or place_key(full_name) in lexicon.entries
                yield PlaceSpan(span, "name", full_name if known else words.text, place_type=kind)


def _names_before(doc: Doc, head: Token) -> Iterator[Span]:
    """Runs of capitalised words, from right to left, as long as only commas and conjunctions part them."""
    end = head.i
    while end > 0:
        start = end
        while start > 0 and doc[start - 1].text[0].isupper() and doc[start - 1].tag_ in ("NNP", "NNPS"):
            start -= 1
        if start == end:
            return
        yield doc[start:end]
        end = start
        while end > 0 and doc[end - 1].lower_ in BETWEEN:
            end -= 1
        if end == start:
            return
