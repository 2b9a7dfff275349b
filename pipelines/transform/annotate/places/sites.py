"""Find streets, rivers, parks, counties and other sites by their generic word, whether or not a gazetteer has them."""

import csv
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span, Token

from pipelines.transform.annotate.article import Paragraph
from pipelines.transform.annotate.names.name_words import common_words
from pipelines.transform.annotate.places.containers import container_name
from pipelines.transform.annotate.places.coordinated import find_coordinated
from pipelines.transform.annotate.places.known import ArticleNames
from pipelines.transform.annotate.places.lexicon import Lexicon
from pipelines.transform.annotate.spans import CharSpan, PlaceSpan
from pipelines.transform.gazetteer import GAZETTEER_DIR
from pipelines.transform.organization_names import word_set
from pipelines.transform.place_names import place_key

MAX_WORDS = 4
WATERS = frozenset(["natural", "region"])
ADMINISTRATIVE = frozenset(["admin1", "admin2"])
NOT_TOWNS = frozenset(["facility", "natural", "admin2"])
"""Kinds of places that leave a site its name: a county (``Red River``) is called after the river."""
NOT_IN_NAMES = word_set("The A An This That His Her Their Its Our My In At On From Of And Or But")
NO_SURNAMES = word_set("Street St. Road Rd. Avenue Ave. Boulevard Blvd. Parkway River Lake Creek Township Freeway")
"""Generic words that end neither persons' names nor, for the most part, those of organizations."""
OF_NAMES = {"Port": "facility"} | dict.fromkeys(word_set("Gulf Bay Strait Sea Isle Cape Lake"), "natural")
BEFORE_SITES = word_set("on at near along in of from off across to onto the down up around")


@cache
def generic_words() -> tuple[dict[str, str], dict[str, str]]:
    """Kind of place by the generic word that ends its name (``Elm Street``), and by one that begins it."""
    with (GAZETTEER_DIR / "place_heads.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    last, first = (
        {row["word"]: row["place_type"] for row in rows if row["position"] == at} for at in ("last", "first")
    )
    return last, first


def find_sites(paragraph: Paragraph, known: ArticleNames, lexicon: Lexicon) -> Iterator[PlaceSpan]:
    """Sites of a paragraph; a name that is also a town's (``Palm Beach``) is left to the gazetteer."""
    yield from find_coordinated(paragraph, lexicon)
    for words, kind in _sites(paragraph):
        span = CharSpan(paragraph.start_of(words), paragraph.end_of(words))
        key = place_key(words.text)
        entry = lexicon.entries.get(key)
        if entry and entry.place_type not in NOT_TOWNS and kind not in ADMINISTRATIVE:
            continue
        if _begins_longer_name(words, lexicon):
            continue
        if kind in ADMINISTRATIVE and words[-2].lower_ in common_words():
            continue  # the police prefecture is no prefecture
        if _is_free(span, words, kind, known):
            container = container_name(words, lexicon)
            yield PlaceSpan(span, "name", _lookup_name(words, kind, lexicon), place_type=kind, container_text=container)


def _begins_longer_name(words: Span, lexicon: Lexicon) -> bool:
    """Whether the gazetteer has the name with the next word: the ``Red River Valley`` is no river."""
    longer = words.doc[words.start : words.end + 1]
    goes_on = longer.end == words.end + 1 and longer[-1].text[0].isupper()
    return goes_on and place_key(longer.text) in lexicon.entries


def _lookup_name(words: Span, kind: str, lexicon: Lexicon) -> str:
    """``Sindh`` for ``Sindh Province``, ``Nile`` for ``Nile River`` where only the bare name is known."""
    bare = words[:-1].text
    entry = lexicon.entries.get(place_key(bare))
    if entry is None or place_key(words.text) in lexicon.entries:
        return words.text
    return bare if kind in ADMINISTRATIVE or (kind == "natural" and entry.place_type in WATERS) else words.text


def _is_free(span: CharSpan, words: Span, kind: str, known: ArticleNames) -> bool:
    """Not a person (``Nathan Lane``) and not the first words of an organization (``Elm Park School``)."""
    name = known.name_at(span.start) or known.name_at(span.end - 1)
    if name is None or name.label == "place" or kind in ADMINISTRATIVE or words[-1].text in NO_SURNAMES:
        return True
    if name.label == "person":
        before = words.doc[words.start - 1] if words.start else None
        return before is not None and (before.lower_ in BEFORE_SITES or before.like_num)
    return name.span.end <= span.end


@cache
def _all_generic_words() -> frozenset[str]:
    last, first = generic_words()
    return frozenset([*last, *first, *OF_NAMES])


def _sites(paragraph: Paragraph) -> Iterator[tuple[Span, str]]:
    """Names that end or begin with a generic word, each with the kind of place; no two overlap."""
    generic, texts, free = _all_generic_words(), paragraph.columns.texts, 0
    for number in paragraph.capitalised:
        if number >= free and texts[number] in generic and (site := _site_at(paragraph.doc[number], free)):
            yield site
            free = site[0].end


def _site_at(token: Token, free: int) -> tuple[Span, str] | None:
    """The name whose generic word a token is; ``free`` is the first token that no other name has."""
    doc = token.doc
    last, first = generic_words()
    start, end, end_of = _begin_of_name(token, free), _end_of_name(token), _end_after_of(token)
    if token.text in last and start < token.i:
        return doc[start : token.i + 1], last[token.text]
    if token.text in OF_NAMES and end_of > token.i + 1:
        return doc[token.i : end_of], OF_NAMES[token.text]
    if token.text in first and end > token.i + 1:
        return doc[token.i : end], first[token.text]
    return None


def _begin_of_name(head: Token, free: int) -> int:
    start = head.i
    while start > max(free, head.i - MAX_WORDS) and _can_be_part(head.doc[start - 1]):
        start -= 1
    return start


def _can_be_part(token: Token) -> bool:
    """A capitalised word that is no function word, or an ordinal (``16th``)."""
    if token.text in NOT_IN_NAMES:
        return False
    is_ordinal = token.text[0].isdigit() and token.lower_.endswith(("st", "nd", "rd", "th"))
    return is_ordinal or (token.text[0].isupper() and token.tag_ in ("NNP", "NNPS", "JJ", "NN"))


def _end_after_of(head: Token) -> int:
    """Index one past ``Gulf of Riga``."""
    doc, of = head.doc, head.i + 1
    return _end_of_name(doc[of]) if of + 1 < len(doc) and doc[of].text == "of" and doc[of + 1].tag_ == "NNP" else of


def _end_of_name(head: Token) -> int:
    end = head.i + 1
    while end < min(len(head.doc), head.i + 3) and head.doc[end].tag_ == "NNP" and head.doc[end].text[0].isupper():
        end += 1
    return end
