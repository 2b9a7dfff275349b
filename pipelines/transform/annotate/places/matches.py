"""Find what a paragraph may name as places: names of the gazetteer, and what only the tagger took for places."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Span

from pipelines.transform.annotate.article import Paragraph
from pipelines.transform.annotate.places.known import ArticleNames
from pipelines.transform.annotate.places.lexicon import UNKNOWN, Entry, Lexicon
from pipelines.transform.organization_names import word_set
from pipelines.transform.place_names import place_key

MAX_WORDS = 6
PLACE_PARTS = word_set(
    "north south east west northern southern eastern western central upper lower greater downtown inner metro old "
    "city town village county parish state province region district area airport international and"
)
"""Words that tell where in or around a place something is, or what kind of place."""
LONGEST_ACRONYM = 5
CODE_LENGTH = 2
LARGE = 60
"""Tenths of the logarithm of a million people."""
SAINT = frozenset(["St", "St.", "Saint"])
"""First word of towns that are called with a possessive: ``St. John’s``."""
SEAT = 50
"""Tenths of the logarithm of a hundred thousand people: churches and schools have the names of lesser towns."""
HYPHENS = frozenset(["-", "–"])
NOT_OF_NAME = frozenset(["the", "The", "'s", "’s", ",", "of", "all", "downtown", "-"])


@dataclass(frozen=True, slots=True)
class Match:
    """Words of a paragraph that may name a place, the name to look up, its key, and what the gazetteer says of it."""

    words: Span
    name: str
    key: str
    entry: Entry


def find_matches(paragraph: Paragraph, known: ArticleNames, lexicon: Lexicon) -> dict[int, Match]:
    """Matches by their first token, in the order of the text; no two overlap."""
    matches = list(_in_gazetteer(paragraph, lexicon))
    for tagged in _only_tagged(paragraph, known, lexicon):
        inside = [match for match in matches if _share_words(match, tagged)]
        if all(_is_chance(match, tagged) for match in inside):
            matches = [match for match in matches if match not in inside] + [tagged]
    return {match.words.start: match for match in sorted(matches, key=lambda match: match.words.start)}


def _share_words(one: Match, other: Match) -> bool:
    return one.words.start < other.words.end and other.words.start < one.words.end


def _is_chance(match: Match, tagged: Match) -> bool:
    """Whether a town's name is only a word of a longer name: ``Mesa`` in ``Mesa Redonda``."""
    if match.entry.place_type not in ("city", "admin2") or " " in match.key:
        return False
    others = {token.lower_ for token in tagged.words if not match.words.start <= token.i < match.words.end}
    return bool(others) and others.isdisjoint(PLACE_PARTS) and all(other[0].isalpha() for other in others)


def _in_gazetteer(paragraph: Paragraph, lexicon: Lexicon) -> Iterator[Match]:
    """The longest names of the gazetteer that begin with a capital, from left to right."""
    end = 0
    for start in paragraph.capitalised:
        if start >= end and (match := _longest_at(paragraph, start, lexicon)):
            yield match
            end = match.words.end


def _longest_at(paragraph: Paragraph, start: int, lexicon: Lexicon) -> Match | None:
    doc, texts = paragraph.doc, paragraph.columns.texts
    if "." in texts[start] and texts[start] in lexicon.abbreviations:
        name = lexicon.abbreviations[texts[start]]
        return Match(doc[start : start + 1], name, place_key(name), lexicon.entries.get(place_key(name), UNKNOWN))
    if _is_no_state(doc, texts, start, lexicon):
        return None
    longest = _longest_name(texts, start, lexicon)
    for end in range(min(start + longest + 2, start + MAX_WORDS, len(texts)) if longest else start, start, -1):
        is_saints = texts[end - 1] in ("'s", "’s") and texts[start] in SAINT
        if not (texts[end - 1][0].isalnum() or is_saints) or _is_broken(doc, texts, start, end):
            continue
        text = paragraph.text_of(start, end)
        key = word_key(text) if end == start + 1 else place_key(text)
        entry = lexicon.entries.get(key)
        if entry and not (is_saints and entry.prominence < SEAT):
            words = Span(doc, start, end)
            return None if _is_acronym(words, entry) else Match(words, text, key, entry)
    return None


def _is_no_state(doc: Doc, texts: list[str], start: int, lexicon: Lexicon) -> bool:
    """Whether the letters of a state's postal code stand behind an article or owner, as states do not: ``his PA``."""
    is_code = len(texts[start]) == CODE_LENGTH and texts[start].isupper() and texts[start] in lexicon.abbreviations
    return is_code and start > 0 and doc[start - 1].tag_ in ("DT", "PRP$", "POS")


def _is_acronym(words: Span, entry: Entry) -> bool:
    """Whether a short word in capitals among others (``SARS``, ``MAGA``) has only its letters in common with a town.

    Large places have acronyms of their own (``NYC``), and in a line of capitals every name stands in them.
    """
    text = words.text
    if not (text.isupper() and text.isalpha() and len(text) <= LONGEST_ACRONYM):
        return False
    if entry.place_type not in ("city", "admin2") or entry.prominence >= LARGE:
        return False
    beside = [token.text for token in words.doc[max(words.start - 1, 0) : words.end + 1] if token.is_alpha]
    return any(other != text and not other.isupper() for other in beside)


def _is_broken(doc: Doc, texts: list[str], start: int, end: int) -> bool:
    """Whether punctuation parts the words; of names, only ``Washington, D.C.`` holds a comma."""
    signs = {texts[each] for each in range(start, end) if not texts[each][0].isalnum() and doc[each].is_punct}
    return bool(signs - {"-", "–", "/", ","}) or ("," in signs and texts[end - 1][-1] != ".")


def _longest_name(texts: list[str], start: int, lexicon: Lexicon) -> int:
    """Words of the longest name that begins with a word, or with its possessive (``People's Republic``)."""
    longest = lexicon.longest.get(word_key(texts[start]).split(" ")[0], 0)
    if start + 1 < len(texts) and texts[start + 1] in ("'s", "’s"):
        longest = max(longest, lexicon.longest.get(word_key(texts[start]) + "s", 0))
    return longest


def is_hyphenated(words: Span, lexicon: Lexicon) -> bool:
    """Whether a hyphen joins words to a capitalised one that begins no place's name: ``Saffir-Simpson``."""
    doc = words.doc
    joined = []
    if words.start > 1 and doc[words.start - 1].text in HYPHENS and not doc[words.start - 2].whitespace_:
        joined.append(doc[words.start - 2])
    if words.end + 1 < len(doc) and doc[words.end].text in HYPHENS and not doc[words.end - 1].whitespace_:
        joined.append(doc[words.end + 1])
    return any(_is_no_place(token.text, lexicon) for token in joined)


def _is_no_place(word: str, lexicon: Lexicon) -> bool:
    is_name = word[0].isupper() and word[1:].islower() and word.isalpha()
    return is_name and word_key(word) not in lexicon.longest and word_key(word) not in lexicon.demonyms


def _only_tagged(paragraph: Paragraph, known: ArticleNames, lexicon: Lexicon) -> Iterator[Match]:
    """Capitalised names with the label of a place, but for planets (``Earth``)."""
    for name in known.names_in(paragraph.char_start, paragraph.char_end):
        if name.label != "place":
            continue
        start, end = name.span.start - paragraph.char_start, name.span.end - paragraph.char_start
        words = paragraph.doc.char_span(start, end, alignment_mode="contract")
        while words and words[0].text in NOT_OF_NAME:
            words = words[1:]
        while words and words[-1].text in NOT_OF_NAME:
            words = words[:-1]
        if not words or not words.text[0].isupper() or place_key(words.text) in lexicon.planets:
            continue
        if not _is_acronym(words, lexicon.entries.get(place_key(words.text), UNKNOWN)):
            yield Match(words, words.text, place_key(words.text), UNKNOWN)


@lru_cache(maxsize=100_000)
def word_key(word: str) -> str:
    """`place_key` of a single word, remembered."""
    return place_key(word)
