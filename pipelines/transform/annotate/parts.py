"""Cut what is too long to be one paragraph of news, so that its reading takes time and memory by its length alone."""

import re
from collections.abc import Iterator

from pipelines.transform.annotate.spans import CharSpan

LONGEST_PART = 10_000
"""Characters; about 1,700 words. Rules compare the attributions of a paragraph with each other."""

ENDLESS_WORD = re.compile(r"\S{500}")
"""The tokenizer takes punctuation off a word mark by mark, and copies what is left of it each time."""

SENTENCE_BREAK = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n\s*")
WORD_BREAK = re.compile(r"\s+")


def cut_parts(text: str) -> Iterator[CharSpan]:
    """Cut a paragraph into parts that are read on their own; one of usual length is a single part.

    Parts end behind a sentence; where none ends in time, behind a word; in a word that does not end, anywhere.
    """
    start = 0
    for stop in [*(found.end() for found in ENDLESS_WORD.finditer(text)), len(text)]:
        while stop - start > LONGEST_PART:
            end = _last_break(text, start)
            yield CharSpan(start, end)
            start = end
        if start < stop or not text:
            yield CharSpan(start, stop)
        start = stop


def _last_break(text: str, start: int) -> int:
    """Where a part that begins at ``start`` and is too long ends at the latest."""
    latest = start + LONGEST_PART
    for pattern in (SENTENCE_BREAK, WORD_BREAK):
        ends = [found.end() for found in pattern.finditer(text, start + LONGEST_PART // 2, latest)]
        if ends:
            return ends[-1]
    return latest
