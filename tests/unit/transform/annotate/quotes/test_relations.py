import pytest

from pipelines.transform.annotate.quotes.candidates import Candidate, TokenRange
from pipelines.transform.annotate.quotes.relations import (
    SureReport,
    content_relations,
    cue_relations,
    sure_reports,
)

SAID = SureReport(cue=1, source=0, content=[(3, 13)], size=10)
"""Word 0 says words 3 to 12."""


def candidate(cue: int, source: int | None, content: list[TokenRange], lemma: str = "want") -> Candidate:
    return Candidate("infinitive", cue, lemma, source, content)


@pytest.mark.parametrize(
    ("cue", "source", "relations"),
    [
        pytest.param(5, 4, ["inside_report"], id="part of what another says"),
        pytest.param(
            5, 0, ["inside_report", "inside_report_of_same_source", "source_of_other_report"], id="the same speaker"
        ),
        pytest.param(15, 0, ["source_of_other_report"], id="beside it"),
        pytest.param(15, None, [], id="nobody speaks"),
        pytest.param(1, 0, [], id="no relation to itself"),
    ],
)
def test_how_a_cue_stands_to_what_another_reports(cue: int, source: int | None, relations: list[str]) -> None:
    assert list(cue_relations(candidate(cue, source, [(16, 20)]), [SAID])) == relations


@pytest.mark.parametrize(
    ("content", "relations"),
    [
        pytest.param([(4, 13)], ["same_as_report"], id="mostly the same words"),
        pytest.param([(3, 30)], ["holds_report"], id="all of its words and more"),
        pytest.param([(3, 13)], ["holds_report", "same_as_report"], id="the same words"),
        pytest.param([(12, 30)], [], id="few of its words"),
    ],
)
def test_how_contents_of_two_cues_overlap(content: list[TokenRange], relations: list[str]) -> None:
    assert content_relations(candidate(15, 0, content), [SAID]) == relations


def test_only_words_that_mostly_report_are_sure() -> None:
    said = Candidate("clause_that", 1, "say", 0, [(2, 5), (7, 9)])
    taken = Candidate("object", 6, "take", 0, [(7, 9)])
    assert sure_reports([said, taken]) == [SureReport(1, 0, [(2, 5), (7, 9)], 5)]
