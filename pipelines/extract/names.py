"""Read the names of authors and publishers from metadata, whatever shape they have there."""

from collections.abc import Iterator
from typing import Any

MAX_DEPTH = 4
"""Lists and objects within each other, below which no name is looked for."""


def words(value: Any) -> str | None:
    """A value of metadata as one line of text; None if it is none, blank, a list or an object."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return " ".join(str(value).split()) or None


def name_of(value: Any) -> str | None:
    """The first name in a value: text, an object with a name, or a list of these."""
    return next(names_in(value), None)


def byline_of(value: Any) -> str | None:
    """The authors' names joined by commas, each once; a byline that is one text stays as printed."""
    return ", ".join(dict.fromkeys(names_in(value))) or None


def names_in(value: Any, depth: int = 0) -> Iterator[str]:
    """All names in a value: text, an object with a name or its parts, or a list of these; addresses are no names."""
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for part in value:
            yield from names_in(part, depth + 1)
    elif isinstance(value, dict):
        parts = [words(value.get(key)) for key in ("givenName", "additionalName", "familyName")]
        whole = value.get("name") or value.get("literal") or " ".join(filter(None, parts))
        yield from names_in(whole, depth + 1)
    else:
        text = words(value)
        if text and not text.startswith(("http://", "https://", "@", "#")):
            yield text
