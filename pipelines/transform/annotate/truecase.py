"""Give text in capitals the case that news prints it in elsewhere, since tagger and rules live by capitals."""

import re
from itertools import pairwise

from pipelines.transform.annotate.names.common import is_common_word, prominence
from pipelines.transform.annotate.organizations.known import forms_by_first_part
from pipelines.transform.annotate.people.lexicon import is_given_name, is_surname, is_title

FEWEST_WORDS = 3
LONGEST_ACRONYM = 4
UNIONS = frozenset(["EU", "UK", "UN"])
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|(?<![.\s][^\W\d_])[.!?…][\"'”’)]*\s+)[\"'“‘(]*$|[“\"‘(]$")
_LOOK_BACK = 6
_NUMBER_AFTER = re.compile(r"\s+\d")
_VOWEL = re.compile("[AEIOUY]")
_STOP = "."


def with_usual_case(text: str) -> str:
    """A paragraph in capitals with small letters where they belong; any other as it is.

    Words of the language become small but for those that begin a sentence, follow a title or a given name as a surname,
    or begin the name of a place; short words that are no names stay acronyms. Every character keeps its place.
    """
    if not text.isupper():
        return text
    words = list(_WORD.finditer(text))
    if len(words) < FEWEST_WORDS:
        return text
    following = [*(after[0] for _, after in pairwise(words)), ""]
    cased: list[str] = []
    for word, after in zip(words, following, strict=True):
        cased.append(_cased(word, cased[-1] if cased else "", after))
    if any(len(printed) != len(word[0]) for printed, word in zip(cased, words, strict=True)):
        return text
    printed_in_case = iter(cased)
    return _WORD.sub(lambda _: next(printed_in_case), text)


def _cased(word: re.Match[str], before: str, after: str) -> str:
    """One word as it would be printed between the one before, in its usual case, and the one after."""
    printed, text = word[0], word.string
    begins = _SENTENCE_START.search(text, max(word.start() - _LOOK_BACK, 0), word.start()) is not None
    if len(printed) == 1:
        is_initial = text[word.end() : word.end() + 1] == _STOP or printed == "I"
        return printed if is_initial or begins else printed.lower()
    core, mark, rest = printed.partition("’" if "’" in printed else "'")
    if mark and len(core) == 1:
        return core + mark + rest.capitalize()
    is_small = rest == "T" or _is_word(core.lower())
    if is_small and not (begins or _is_in_name(word, core.lower(), before, after)):
        return printed.lower()
    start = core if _is_acronym(core) else core.capitalize()
    return start + mark + rest.lower()


def _is_word(core: str) -> bool:
    return is_common_word(core) or core in ("a", "i")


def _is_in_name(word: re.Match[str], core: str, before: str, after: str) -> bool:
    """Whether a word is part of a name here: ``SEN. BANKS``, ``MARY BANKS``, ``NEW YORK``, ``MAY 3``."""
    follows_name = (
        before[:1].isupper() and not before.isupper() and is_given_name(before) and not _is_word(before.lower())
    )
    if is_surname(core) and (follows_name or is_title(before) or is_title(before + _STOP)):
        return True
    if core in ("march", "may") and _NUMBER_AFTER.match(word.string, word.end()):
        return True
    return bool(after) and core != "the" and not _is_word(after.lower()) and prominence(f"{core} {after.lower()}") > 0


def _is_acronym(core: str) -> bool:
    return core in UNIONS or (
        len(core) <= LONGEST_ACRONYM and (core in forms_by_first_part().get(core, []) or not _VOWEL.search(core))
    )
