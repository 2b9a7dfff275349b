"""Find the people after whom something is called: ``the Ada Quill Memorial``, ``Ada J. Quill Library``."""

import re

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.names.common import LARGE_PLACE, is_clear_given_name, is_common_word, prominence
from pipelines.transform.annotate.names.name_words import PARTICLES, SUFFIXES, is_initial
from pipelines.transform.annotate.people.lexicon import gender_of_given_name, is_given_name, is_surname, is_title
from pipelines.transform.annotate.people.printed_names import is_surname_first
from pipelines.transform.annotate.spans import CharSpan, NameSpan
from pipelines.transform.organization_names import word_set

SHORTEST, LONGEST = 2, 5
NO_SURNAMES = word_set("cross free high law peace world")
"""Surnames that in such a place are words: ``Royal Free Hospital``, ``Nobel Peace Prize``."""
_BEARER = re.compile(
    r"\b(?:Academy|Airport|Arena|Award|Boulevard|Bridge|Cent(?:er|re)|Church|College|Correctional|Day|Endowment|"
    "Expressway|Fellowship|Foundation|Fund|Gallery|Hall|Highway|Hospital|Institute|International|Library|Medal|"
    "Memorial|Museum|Park|Plaza|Presidential|Prize|Scholarship|School|Society|Square|Stadium|Theat(?:er|re)|Trust|"
    r"Tunnel|University)s?\b"
)
"""What is called in somebody's honour, and adjectives before it."""
_CAPITALISED = r"[^\W\d_a-z][\w’'-]*\.?"
_PARTICLE = "|".join(sorted(PARTICLES))
_NAMES_BEFORE = re.compile(rf"(?P<words>{_CAPITALISED}(?: (?:{_CAPITALISED}|{_PARTICLE})){{1,7}}),? $")
_LOOK_BACK = 80
_WORD = re.compile(r"\S+")


def find_eponyms(article: ParsedArticle, names: list[NameSpan]) -> list[CharSpan]:
    """Full names of people within the names of what is called in their honour, in the order of the text.

    Only full names count: ``Quill Hall`` may be called after a village. Ships, laws and firms are told of for their own
    sake, not for the people whose names they bear. Names that are a person's already are left out.

    Args:
        article: The parsed article.
        names: Its names, as found.
    """
    taken = [name.span for name in names if name.label == "person"]
    text = article.text
    bearers = (match.start() for match in _BEARER.finditer(text))
    before = (_NAMES_BEFORE.search(text, max(start - _LOOK_BACK, 0), start) for start in bearers)
    found = {span for words in before if words and (span := _person_in(words["words"], words.start("words")))}
    return sorted(span for span in found if not any(span.overlaps(other) for other in taken))


def _person_in(words: str, offset: int) -> CharSpan | None:
    """The first full name among some words, as long as it goes."""
    tokens = list(_WORD.finditer(words))
    for start in range(len(tokens) - 1):
        for end in range(min(start + LONGEST, len(tokens)), start + SHORTEST - 1, -1):
            if _is_full_name([token[0] for token in tokens[start:end]]):
                return CharSpan(offset + tokens[start].start(), offset + tokens[end - 1].end())
    return None


def _is_full_name(words: list[str]) -> bool:
    """Whether words are a given name that is no town, initials and names, and a surname; or a name in Asian order."""
    core = words[:-1] if words[-1].lower() in SUFFIXES else words
    if len(core) < SHORTEST or prominence(" ".join(core)) or prominence(" ".join(core[:2])):
        return False
    if is_surname_first(core):
        return True
    first, *middle, last = core
    if not is_surname(last) or last.lower() in NO_SURNAMES or not all(map(_may_stand_within, middle)):
        return False
    if is_initial(first) or (middle and is_initial(middle[0]) and is_given_name(first)):
        return "." in core[0] + core[1]
    is_given = is_clear_given_name(first) and prominence(first) < LARGE_PLACE and not is_title(first)
    return is_given and (not is_common_word(last) or gender_of_given_name(first) is not None)


def _may_stand_within(word: str) -> bool:
    return is_initial(word) or word in PARTICLES or is_given_name(word) or is_surname(word)
