"""Where a range of words begins and ends: its punctuation left out, and by which tags a clause is told."""

from pipelines.transform.annotate.quotes.candidates import TokenRange
from pipelines.transform.annotate.quotes.page import Page

BEGINS_CLAUSE = frozenset({"PRP", "DT", "EX", "NNP", "PRP$", "NNS"})
BEGINS_PHRASE = frozenset({"NN", "JJ", "CD"})
"""Tags behind a ``that`` which may be a clause's or a noun's own: ``said that water``."""
FINITE_TAGS = frozenset({"MD", "VBD", "VBZ", "VBP"})
STOP_TAGS = frozenset({",", ".", ":", "``", "''", "-LRB-", "-RRB-", "_SP", "HYPH"})


def trimmed(page: Page, start: int, end: int) -> TokenRange:
    """A range without punctuation and marks at its edges."""
    while start < end and page.tags[start] in STOP_TAGS:
        start += 1
    while end > start and page.tags[end - 1] in STOP_TAGS:
        end -= 1
    return start, end


def without_afterthought(page: Page, start: int, end: int) -> TokenRange:
    """A range without the apposition or relative clause that a comma sets off at its end: those are the writer's."""
    for token in range(start + 2, end):
        first = page.left_edge[token]
        at_end = page.deps[token] in ("appos", "relcl") and page.right_edge[token] >= end - 1
        if at_end and first > start + 1 and page.lowers[first - 1] == ",":
            return trimmed(page, start, first - 1)
    return start, end
