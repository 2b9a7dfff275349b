"""Find values in nested data by dotted paths, and name the paths that there are."""

from collections.abc import Iterator, Mapping
from typing import Any

MAX_PATHS = 40
"""Paths named in a message."""

MAX_DEPTH = 5
"""Levels whose paths are named."""

MAX_PARTS = 20
"""Parts of a list that are looked at to name paths."""


def value_at(value: Any, path: str) -> Any:
    """The value at a path such as ``authors.name``; None where there is none.

    A list gives the values of all its parts, or with a number, as in ``authors.0.name``, that of one. A key that has
    dots in it is found too.
    """
    if isinstance(value, list):
        first, _, rest = path.partition(".")
        if first.isdecimal():
            part = value[int(first)] if int(first) < len(value) else None
            return value_at(part, rest) if rest else part
        found = [part for part in (value_at(part, path) for part in value) if part is not None]
        return found or None
    if not isinstance(value, Mapping):
        return None
    if path in value:
        return value[path]
    first, _, rest = path.partition(".")
    return value_at(value[first], rest) if rest and first in value else None


def paths_in(value: Any) -> list[str]:
    """The paths that there are, as many as a message can name."""
    paths: dict[str, None] = {}
    for path in _walk(value, "", 0):
        paths[path] = None
        if len(paths) == MAX_PATHS:
            break
    return list(paths)


def _walk(value: Any, path: str, depth: int) -> Iterator[str]:
    if isinstance(value, list):
        for part in value[:MAX_PARTS]:
            if isinstance(part, list | Mapping):
                yield from _walk(part, path, depth)
    elif isinstance(value, Mapping) and depth < MAX_DEPTH:
        for key, part in value.items():
            inner = f"{path}.{key}" if path else str(key)
            if not isinstance(part, Mapping) or not part:
                yield inner
            yield from _walk(part, inner, depth + 1)
