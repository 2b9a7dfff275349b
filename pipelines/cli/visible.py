"""Show texts that others wrote without letting them steer the terminal; files of data keep them as they are."""

import re
from itertools import accumulate

# Controls of C0 and C1 but for tab and line feed, separators of lines, and what turns the direction of writing.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """A text with each character that a terminal would obey, or that would reorder the others, as an escape."""
    return _CONTROL.sub(lambda found: _escape(found[0]), text)


def visible_places(text: str) -> list[int]:
    """For each character of a text, and its end, where it stands in the visible text."""
    return list(accumulate((len(visible(character)) for character in text), initial=0))


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
