"""How likely a candidate reports speech: log-odds added up from figures that each have a name."""

from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.lexicon import reporting_share
from pipelines.transform.annotate.quotes.page import Page


def likelihood(page: Page, candidate: Candidate) -> float:
    """Share of such candidates that report."""
    return reporting_share(candidate.lemma, candidate.construction)
