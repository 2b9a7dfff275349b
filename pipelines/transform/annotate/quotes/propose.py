"""Ask every rule what it sees in a paragraph."""

from pipelines.transform.annotate.quotes.according import according_candidates
from pipelines.transform.annotate.quotes.as_clauses import as_candidates, colon_candidates
from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.clauses import clause_candidates, verbs
from pipelines.transform.annotate.quotes.direct import quoted_candidates
from pipelines.transform.annotate.quotes.headlines import headline_candidates
from pipelines.transform.annotate.quotes.layout import layout_candidates
from pipelines.transform.annotate.quotes.nouns import noun_candidates
from pipelines.transform.annotate.quotes.objects import object_candidates
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page
from pipelines.transform.annotate.quotes.up_to_marks import up_to_marks_candidates


def propose(page: Page) -> list[Candidate]:
    """All candidates of a paragraph. A cue inside marks or behind a label is that speaker's own."""
    by_layout = list(layout_candidates(page))
    if any(candidate.construction == "speaker_label" for candidate in by_layout):
        return by_layout
    candidates = [*quoted_candidates(page), *by_layout]
    for verb in verbs(page):
        if page.piece_at[verb] == NO_PIECE:
            candidates += clause_candidates(page, verb)
            candidates += object_candidates(page, verb)
    candidates += up_to_marks_candidates(page)
    candidates += noun_candidates(page)
    candidates += according_candidates(page)
    candidates += as_candidates(page)
    candidates += colon_candidates(page)
    candidates += headline_candidates(page)
    return candidates
