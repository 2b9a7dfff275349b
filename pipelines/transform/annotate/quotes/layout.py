"""Attributions that layout shows: ``Smith: …`` in headlines, labels in transcripts, signatures below a quotation."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page
from pipelines.transform.annotate.quotes.ranges import trimmed

LONGEST_NAME = 14
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
NOTICES = frozenset({"UPDATE", "NOTE", "WATCH", "READ", "MORE", "RELATED", "VIDEO", "PHOTO", "PHOTOS", "BREAKING"})
"""What newspapers set before a notice as they do a name before speech."""
IN_NAMES = NOUNS | {"HYPH"}
FINITE = frozenset({"VBD", "VBZ", "VBP"})
SIGNATURE = re.compile(r"[”\"’'\s]*[―—–-]{1,2}\s*(?=[A-Z])")
SPEAKER_LABEL = re.compile(r"[“\"'\s]*((?:[A-Z][A-Z.’'-]+ ){0,3}[A-Z][A-Z.’'-]+|[QA])(?: \([^)]*\))?:\s")


def label_of(page: Page) -> str | None:
    """The name in capitals that a paragraph begins with, as in ``HOLM: The bridge is safe.``."""
    label = SPEAKER_LABEL.match(page.paragraph.text)
    return label.group(1) if label else None


def transcript_labels(labels: Iterable[str | None]) -> set[str]:
    """Labels that show a transcript: two or more paragraphs of an article begin with one."""
    found = [label for label in labels if label is not None and label not in NOTICES]
    return set(found) if len(found) > 1 else set()


def layout_candidates(page: Page) -> Iterator[Candidate]:
    """A speaker set off by a colon at the start of a paragraph, or by a dash at its end."""
    label = SPEAKER_LABEL.match(page.paragraph.text)
    if label:
        yield from _transcript(page, label)
    elif page.piece_at and page.piece_at[0] == NO_PIECE:
        yield from _colon(page)
    if page.pieces:
        yield from _signature(page)


def _transcript(page: Page, label: re.Match[str]) -> Iterator[Candidate]:
    """``HOLM: The bridge is safe.`` The whole paragraph is said by the name in capitals."""
    starts = page.paragraph.columns.starts
    inside = [token for token, start in enumerate(starts) if label.start(1) <= start < label.end(1)]
    start = bisect_left(starts, label.end())
    start, end = trimmed(page, start, len(page.texts))
    if inside and end > start:
        yield Candidate("speaker_label", inside[-1], ":", inside[-1], [(start, end)])


def _colon(page: Page) -> Iterator[Candidate]:
    for colon in range(1, min(len(page.texts) - 1, LONGEST_NAME)):
        if page.lowers[colon] != ":":
            continue
        nouns = [token for token in range(colon) if page.tags[token] in NOUNS]
        if nouns and FINITE.isdisjoint(page.tags[:colon]):
            start, end = trimmed(page, colon + 1, page.sentence_end[colon + 1])
            if end > start:
                yield Candidate("name_colon", colon, ":", nouns[-1], [(start, end)])
        return


def _signature(page: Page) -> Iterator[Candidate]:
    """``“We will stay.” ― Ida Holm``: nothing but a name and its description after the dash."""
    piece = page.pieces[-1]
    found = SIGNATURE.match(page.paragraph.text, piece.span.end - page.paragraph.char_start)
    if not found:
        return
    last = _signed_name(page, found.end())
    if last is not None:
        content = [(other.start, other.end) for other in page.pieces]
        yield Candidate("signature", last, "―", last, content)


def signature_line(page: Page) -> int | None:
    """The last word of the name in a paragraph that is nothing but a signature: ``― Ida Holm, Lund``."""
    found = SIGNATURE.match(page.paragraph.text)
    return _signed_name(page, found.end()) if found and not page.pieces else None


def _signed_name(page: Page, char: int) -> int | None:
    """The last word of the name that a signature begins with; None for a sentence."""
    starts = page.paragraph.columns.starts
    signed = [token for token in range(bisect_left(starts, char), len(starts)) if not page.texts[token].isspace()]
    if not signed or len(signed) > LONGEST_NAME or not FINITE.isdisjoint(page.tags[token] for token in signed):
        return None
    return next(token for token in signed if token == signed[-1] or page.tags[token + 1] not in IN_NAMES)
