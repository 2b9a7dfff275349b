"""Quoted statements and the verb beside them: before the marks, after them, or between two pieces."""

from collections.abc import Iterator

from pipelines.transform.annotate.quotes.ahead import attribution_ahead, hands_over
from pipelines.transform.annotate.quotes.behind import attribution_behind
from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.gaps import OFTEN, SENTENCE_END
from pipelines.transform.annotate.quotes.lexicon import word_share
from pipelines.transform.annotate.quotes.page import Page, Piece

LONGEST_LINK = 3


def quoted_candidates(page: Page) -> Iterator[Candidate]:
    """For each piece in marks the attribution beside it; pieces on both sides of one verb are one quotation."""
    by_cue: dict[int, Candidate] = {}
    last: Candidate | None = None
    for number, piece in enumerate(page.pieces):
        found = _beside(page, piece, number)
        if found is None and last is not None:
            _resume(page, last, piece)
        elif found is not None and found.cue in by_cue:
            by_cue[found.cue].content += found.content
        elif found is not None:
            by_cue[found.cue] = last = found
    yield from by_cue.values()


def _beside(page: Page, piece: Piece, number: int) -> Candidate | None:
    """The attribution behind a piece; before it, where that hands over to it or there is no verb of speech behind."""
    behind = attribution_behind(page, piece, number)
    ahead = attribution_ahead(page, piece, number)
    if behind is None or (ahead is not None and hands_over(page, piece, ahead)):
        return ahead
    return behind if word_share(behind.lemma) >= OFTEN else ahead or behind


def _resume(page: Page, last: Candidate, piece: Piece) -> None:
    """``“It is safe,” she said, but “not for long.”``: the sentence goes on after its attribution."""
    gap = range(max(last.cue, last.end), piece.start)
    if last.cue > piece.start or any(page.lowers[token] in SENTENCE_END for token in gap):
        return
    links = [token for token in gap if page.tags[token] == "CC" and page.lowers[token - 1] == ","]
    if links and piece.start - links[-1] <= LONGEST_LINK and last.construction in ("quoted_after", "quoted_inverted"):
        last.content.append((links[-1], piece.end))
    elif page.lowers[piece.start - 2] == "," and last.end <= last.cue:
        last.content.append((piece.start, piece.end))
