"""Cut a text into blocks: one per paragraph, whether its lines are wrapped or each line is a paragraph."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

from pipelines.transform.structure.block import INVISIBLE, Block, cut

MAX_WRAP_WIDTH = 130
"""Hard-wrapped text is never wider, in characters."""

MIN_FORCED_SHARE = 0.6
"""Share of line ends where the next word would not have fitted, above which lines are wrapped."""

MIN_WRAP_WIDTH = 30
"""Shorter lines that go on in lower case are those of a list or poem."""

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*$")
_NEW_PARAGRAPH = re.compile(r"(?:[-*•‣▪●◦]|\d{1,2}[.)])\s|_{3,}|[*#]{3,}|[―—]\s?[A-Z]|[A-Z][A-Z .'’-]+:\s")


def split_blocks(text: str, start: int = 0) -> list[Block]:
    """Cut the text from ``start`` on into blocks, all of type body.

    Whether line ends are paragraph ends is decided once for the whole text: in hard-wrapped text nearly every
    line ends where the next word would have passed the right margin, and some end inside a sentence. In other text
    a line is a paragraph, unless its sentence goes on in the next.
    """
    lines = [block for match in _LINE.finditer(text, start) for block in cut(text, match.start(), match.end())]
    if not any(_touch(text, line, following) for line, following in pairwise(lines)):
        return lines
    if is_hard_wrapped(text, lines):
        return list(_join(text, lines, partial(_ends_paragraph, text, width=_width(lines))))
    return list(_join(text, lines, partial(_ends_sentence, text)))


def is_hard_wrapped(text: str, lines: list[Block]) -> bool:
    """Whether the lines were broken at a right margin."""
    width = _width(lines)
    inner = [(line, following) for line, following in pairwise(lines) if _touch(text, line, following)]
    if not inner or not MIN_WRAP_WIDTH <= width <= MAX_WRAP_WIDTH:
        return False
    forced = sum(_is_forced(line, following, width) for line, following in inner)
    runs_on = any(not _SENTENCE_END.search(line.text) and following.text[0].islower() for line, following in inner)
    return runs_on and forced >= MIN_FORCED_SHARE * len(inner)


def _width(lines: list[Block]) -> int:
    return max((len(line.text) for line in lines if " " in line.text), default=0)


def _touch(text: str, line: Block, following: Block) -> bool:
    """Whether no blank line stands between two lines."""
    gap = text[line.end : following.start]
    return gap != "\n\n" and len(_LINE.sub("", gap.replace("\r\n", "\n"))) < 2


def _is_forced(line: Block, following: Block, width: int) -> bool:
    return len(line.text) + 1 + len(following.text.split(None, 1)[0]) > width


def _join(text: str, lines: list[Block], ends: Callable[[Block, Block], bool]) -> Iterator[Block]:
    first = 0
    for number, line in enumerate(lines):
        if number + 1 == len(lines) or ends(line, lines[number + 1]):
            yield from cut(text, lines[first].start, line.end)
            first = number + 1


def _ends_sentence(text: str, line: Block, following: Block) -> bool:
    """Whether a line that was not meant to be wrapped is a paragraph: most are, but a few are broken by chance."""
    is_broken = line.text[-1].isalnum() and following.text[0].islower() and len(line.text) >= MIN_WRAP_WIDTH
    return not (is_broken and _touch(text, line, following))


def _ends_paragraph(text: str, line: Block, following: Block, width: int) -> bool:
    if not _touch(text, line, following) or _NEW_PARAGRAPH.match(following.text):
        return True
    has_room = not _is_forced(line, following, width)
    return bool(_SENTENCE_END.search(line.text)) and (has_room or _is_indented(text, line, following))


def _is_indented(text: str, line: Block, following: Block) -> bool:
    return _indent(text, following) > _indent(text, line)


def _indent(text: str, line: Block) -> int:
    before = text[max(line.start - 40, 0) : line.start]
    return len(before) - len(before.rstrip(INVISIBLE.replace("\n", "").replace("\r", "")))
