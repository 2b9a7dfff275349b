"""Ask every rule what it sees in a paragraph."""

from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.clauses import clause_candidates, verbs
from pipelines.transform.annotate.quotes.direct import quoted_candidates
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page


def propose(page: Page) -> list[Candidate]:
    """All candidates of a paragraph. A cue inside marks is the quoted speaker's own and reports nothing here."""
    candidates = list(quoted_candidates(page))
    for verb in verbs(page):
        if page.piece_at[verb] == NO_PIECE:
            candidates += clause_candidates(page, verb)
    return candidates
