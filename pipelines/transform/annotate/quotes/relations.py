"""How what a cue may report stands to what surer cues of its paragraph report: around it, inside it, the same words."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.transform.annotate.quotes.candidates import Candidate, TokenRange
from pipelines.transform.annotate.quotes.lexicon import reporting_share

SURE_SHARE = 0.6
"""Share of its uses in a construction in which a word must report to be one that others are held against."""
SAME_CONTENT = 0.5
HELD = 0.9


@dataclass(frozen=True, slots=True)
class SureReport:
    """A likely report: its cue and source as token numbers, its content and how many tokens that has."""

    cue: int
    source: int | None
    content: list[TokenRange]
    size: int


def sure_reports(candidates: list[Candidate]) -> list[SureReport]:
    """Those of the candidates of a paragraph whose word mostly reports in their construction."""
    return [
        SureReport(one.cue, one.source, one.content, word_count(one.content))
        for one in candidates
        if reporting_share(one.lemma, one.construction) >= SURE_SHARE
    ]


def cue_relations(candidate: Candidate, sure: list[SureReport]) -> Iterator[str]:
    """Whether the cue is part of what another cue reports, and whether its speaker has said something beside it.

    In ``She said that he wants a vote`` another reports of ``wants``; in ``She said it failed and blamed ice`` the
    speaker of ``blamed`` is known to speak.
    """
    others = [one for one in sure if one.cue != candidate.cue]
    around = [one for one in others if any(start <= candidate.cue < end for start, end in one.content)]
    if around:
        yield "inside_report"
    if any(one.source == candidate.source for one in around):
        yield "inside_report_of_same_source"
    if candidate.source is not None and any(one.source == candidate.source for one in others):
        yield "source_of_other_report"


def content_relations(candidate: Candidate, sure: list[SureReport]) -> list[str]:
    """Whether other cues report mostly the same words, or words that are all part of the content."""
    size = word_count(candidate.content)
    found = set()
    for one in sure:
        if one.cue == candidate.cue:
            continue
        shared = shared_words(one.content, candidate.content)
        if shared > SAME_CONTENT * (size + one.size - shared):
            found.add("same_as_report")
        if shared > HELD * one.size:
            found.add("holds_report")
    return sorted(found)


def word_count(content: list[TokenRange]) -> int:
    """Tokens of a content."""
    return sum([end - start for start, end in content])


def shared_words(some: list[TokenRange], others: list[TokenRange]) -> int:
    """How many tokens two contents have in common."""
    return sum([max(0, min(end, last) - max(start, first)) for start, end in some for first, last in others])
