"""Parse JSON of any origin, within limits."""

import json
from collections.abc import Iterator
from typing import Any

from pipelines.extract.rejects import RejectedInputError


def parse_json(text: str, depth_limit: int) -> Any:
    """The value of a JSON text.

    Raises:
        RejectedInputError: If it is not well-formed, names a key twice, has a number that JSON has not (NaN), or is
            nested too deeply.
    """
    try:
        value = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_number)
    except RecursionError as error:
        raise _too_deep(depth_limit) from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise _malformed(f"{error.msg} at {where}") from error
    except ValueError as error:
        raise _malformed(str(error)) from error
    if _is_deeper(value, depth_limit):
        raise _too_deep(depth_limit)
    return value


def as_bytes(value: Any) -> bytes:
    """A value in the one form whose hash tells whether it has changed."""
    return json.dumps(value, ensure_ascii=True, sort_keys=True, default=str).encode()


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the key {twice!r} stands twice in one object")
    return found


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number of JSON")


def _is_deeper(value: Any, limit: int) -> bool:
    level = [value]
    for _ in range(limit + 1):
        level = [part for outer in level for part in _parts(outer)]
        if not level:
            return False
    return True


def _parts(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from (part for part in value.values() if isinstance(part, dict | list))
    elif isinstance(value, list):
        yield from (part for part in value if isinstance(part, dict | list))


def _malformed(what: str) -> RejectedInputError:
    return RejectedInputError("malformed", f"It is no well-formed JSON ({what}): mend it or export it anew.")


def _too_deep(limit: int) -> RejectedInputError:
    message = f"The JSON is nested more than {limit} levels deep: export the articles alone."
    return RejectedInputError("too_complex", message)
