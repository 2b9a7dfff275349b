"""Attributions that layout shows: ``Smith: …`` in headlines and transcripts, and signatures below a quotation."""

from collections.abc import Iterator

from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.clauses import trimmed
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page

LONGEST_NAME = 14
DASHES = frozenset({"―", "—", "–", "--", "-"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def layout_candidates(page: Page) -> Iterator[Candidate]:
    """A speaker set off by a colon at the start of a paragraph, or by a dash at its end."""
    yield from _colon(page)
    yield from _signature(page)


def _colon(page: Page) -> Iterator[Candidate]:
    for colon in range(1, min(len(page.tokens) - 1, LONGEST_NAME)):
        if page.lowers[colon] != ":":
            continue
        nouns = [token for token in range(colon) if page.tags[token] in NOUNS]
        if (
            nouns
            and page.piece_at[0] == NO_PIECE
            and not any(tag in ("VBD", "VBZ", "VBP") for tag in page.tags[:colon])
        ):
            start, end = trimmed(page, colon + 1, page.sentence_end[colon + 1])
            if end > start:
                yield Candidate("name_colon", colon, ":", nouns[-1], [(start, end)])
        return


def _signature(page: Page) -> Iterator[Candidate]:
    """``“We will stay.” ― Ida Holm``: nothing but a name and its description after the dash."""
    if not page.pieces or page.piece_at[-1] != NO_PIECE:
        return
    piece = page.pieces[-1]
    after = [token for token in range(piece.end, len(page.tokens)) if page.tags[token] not in ("''", "_SP")]
    if len(after) < 2 or page.lowers[after[0]] not in DASHES:
        return
    nouns = [token for token in after[1:] if page.tags[token] in NOUNS]
    if nouns and not any(page.tags[token] in ("VBD", "VBZ", "VBP") for token in after):
        yield Candidate(
            "signature", after[0], page.lowers[after[0]], _first_name_end(page, nouns), [(piece.start, piece.end)]
        )


def _first_name_end(page: Page, nouns: list[int]) -> int:
    """Last noun of the first unbroken row of nouns."""
    last = nouns[0]
    while last + 1 in nouns:
        last += 1
    return last
