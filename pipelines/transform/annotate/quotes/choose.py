"""Keep of the candidates of a paragraph those likely to report, one per act of attribution."""

from collections import Counter
from dataclasses import dataclass

from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.figures import likelihood
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page

LEAST_LIKELIHOOD = 0.25
SAME_CONTENT = 0.5


@dataclass(slots=True)
class Chosen:
    """A candidate with how likely it reports, and the tokens of its content."""

    candidate: Candidate
    likelihood: float
    words: set[int]
    number: int = 0


def choose(page: Page, candidates: list[Candidate]) -> list[Chosen]:
    """The likely candidates by place; of two with mostly the same words the likelier one stays."""
    rivals = Counter(candidate.cue for candidate in candidates)
    weighed = []
    for candidate in candidates:
        _reach_over_pieces(page, candidate)
        if (share := likelihood(page, candidate, rivals[candidate.cue] - 1)) >= LEAST_LIKELIHOOD:
            weighed.append(Chosen(candidate, share, candidate.words()))
    weighed.sort(key=lambda one: (-one.likelihood, one.candidate.start, one.candidate.cue))
    kept: list[Chosen] = []
    for one in weighed:
        if not any(_same(one, other) for other in kept):
            kept.append(one)
    kept.sort(key=lambda one: (one.candidate.start, one.candidate.cue))
    for number, one in enumerate(kept):
        one.number = number
    return kept


def _same(one: Chosen, other: Chosen) -> bool:
    if one.candidate.cue == other.candidate.cue and one.words & other.words:
        return True
    shared = len(one.words & other.words)
    return shared > SAME_CONTENT * len(one.words | other.words)


def _reach_over_pieces(page: Page, candidate: Candidate) -> None:
    """Content that begins in or runs into a quoted piece holds it to its end."""
    reached = []
    for start, end in candidate.content:
        first, last = page.piece_at[start], page.piece_at[end - 1]
        if first != NO_PIECE and page.pieces[first].start > candidate.cue:
            start = min(start, page.pieces[first].start)
        if last != NO_PIECE and not start <= candidate.cue < page.pieces[last].end:
            end = max(end, page.pieces[last].end)
        reached.append((start, end))
    candidate.content = reached
