"""Attributions set between commas into what they report: ``The bridge, said Ida Holm, will be closed``."""

from pipelines.transform.annotate.quotes.candidates import Candidate, TokenRange
from pipelines.transform.annotate.quotes.lexicon import may_report
from pipelines.transform.annotate.quotes.noun_phrases import first_noun, own_subject
from pipelines.transform.annotate.quotes.page import Page
from pipelines.transform.annotate.quotes.ranges import BEGINS_CLAUSE, BEGINS_PHRASE, FINITE_TAGS, trimmed

BEGINS_DESCRIPTION = frozenset({"WP", "WP$", "WDT", "VBG", "VBN"})
"""Tags that words about the speaker begin with."""
ENDS_INSERTION = frozenset({",", ".", "?", "!"})


def inserted(page: Page, verb: int, lemma: str) -> Candidate | None:
    """``The bridge, said Ida Holm, will be closed``: read by position, for parsers seldom get it right."""
    if verb == page.sentence_start[verb] or page.lowers[verb - 1] != "," or page.tags[verb] not in ("VBD", "VBZ"):
        return None
    if not may_report(lemma, "clause_inverted"):
        return None
    source = first_noun(page, verb + 1, page.sentence_end[verb])
    if source is None:
        return None
    end = _end_of_insertion(page, source)
    subject = own_subject(page, verb)
    if subject is not None and subject < verb and not _goes_on_finite(page, subject, source, end):
        return None
    before = trimmed(page, page.sentence_start[verb], verb)
    after = trimmed(page, end, page.sentence_end[verb])
    if before[0] >= before[1] or after[0] >= after[1]:
        return None
    if _tells_of_speaker(page, source, after):
        return Candidate("clause_inverted", verb, lemma, source, [before])
    return Candidate("clause_inserted", verb, lemma, source, [before, after])


def _tells_of_speaker(page: Page, source: int, after: TokenRange) -> bool:
    """Whether the words behind an inserted speaker are of the reporter: ``said Holm, who led``, ``said Holm, a nurse``.

    A noun phrase is one, if it has no finite verb of its own or hangs on the speaker.
    """
    start, end = after
    if page.tags[start] in BEGINS_DESCRIPTION:
        return True
    if page.tags[start] not in BEGINS_CLAUSE | BEGINS_PHRASE:
        return False
    return start <= page.right_edge[source] or FINITE_TAGS.isdisjoint(page.tags[start:end])


def _end_of_insertion(page: Page, source: int) -> int:
    """The comma behind an inserted speaker, and behind an apposition that a finite verb follows."""
    last = page.sentence_end[source]
    first, *others = [token for token in range(source, last) if page.lowers[token] in ENDS_INSERTION] or [last]
    behind_apposition = others and not _finite_at(page, first + 1) and _finite_at(page, others[0] + 1)
    return others[0] if behind_apposition else first


def _finite_at(page: Page, token: int) -> bool:
    return token < len(page.tags) and page.tags[token] in FINITE_TAGS


def _goes_on_finite(page: Page, subject: int, source: int, end: int) -> bool:
    """Whether what the parse took for the subject is that of the verb behind: ``Holm, said her lawyer, will go``."""
    is_somebody = page.tags[source] in ("NNP", "NNPS") or page.has_kid(source, "det", "poss")
    return is_somebody and page.lowers[subject + 1] == "," and _finite_at(page, end + 1)
