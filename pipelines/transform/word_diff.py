"""What differs between two texts, word by word."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz.distance import Indel

_PRINTED_WORD = re.compile(r"\S+")
_NOT_IN_WORD = re.compile(r"[\W_]+")


class Change(NamedTuple):
    """Words of the one text in the place of words of the other; one of the two may be none.

    Attributes:
        old_start: Number of the first word changed in the old text.
        old_end: One past the last.
        new_start: Number of the first word changed in the new text.
        new_end: One past the last.
    """

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def words_of(text: str) -> list[str]:
    """The words of a text as printed, split at white space."""
    return _PRINTED_WORD.findall(text)


def changes(old: list[str], new: list[str], *, exact: bool = True) -> list[Change]:
    """List where two sequences of words differ, so that most words stay the same.

    Args:
        old: Words as from `words_of`.
        new: The same of the other text.
        exact: Whether case and punctuation count.
    """
    keys = (old, new) if exact else ([_key(word) for word in old], [_key(word) for word in new])
    found: list[Change] = []
    for code in Indel.opcodes(*keys):
        if code.tag == "equal":
            continue
        change = Change(code.src_start, code.src_end, code.dest_start, code.dest_end)
        touches = bool(found) and (found[-1].old_end, found[-1].new_end) == (change.old_start, change.new_start)
        found[-1:] = [_joined(found[-1], change)] if touches else [*found[-1:], change]
    return found


def difference(old: str, new: str) -> str | None:
    """Show the new text with what was taken out as ``[-old-]`` and what was put in as ``{+new+}``.

    Returns:
        None if the words are the same but for case and punctuation.
    """
    before, after = words_of(old), words_of(new)
    found = changes(before, after, exact=False)
    return " ".join(_marked(before, after, found)) if found else None


def _marked(old: list[str], new: list[str], found: list[Change]) -> Iterator[str]:
    position = 0
    for change in found:
        yield from new[position : change.new_start]
        yield mark(old[change.old_start : change.old_end], new[change.new_start : change.new_end])
        position = change.new_end
    yield from new[position:]


def mark(old: list[str], new: list[str]) -> str:
    """Words taken out and words put in, as `difference` shows them."""
    return (f"[-{' '.join(old)}-]" if old else "") + (f"{{+{' '.join(new)}+}}" if new else "")


def _joined(first: Change, second: Change) -> Change:
    return Change(first.old_start, second.old_end, first.new_start, second.new_end)


def _key(word: str) -> str:
    """A word without case and punctuation; what is nothing else stays."""
    return _NOT_IN_WORD.sub("", word).lower() or word
