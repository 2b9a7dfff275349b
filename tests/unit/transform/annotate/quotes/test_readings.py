from pipelines.transform.annotate.quotes.candidates import Candidate, TokenRange
from pipelines.transform.annotate.quotes.readings import Reading, likely


def reading(content: TokenRange, odds: float, source: int | None = 0) -> Reading:
    return Reading(Candidate("clause_that", 1, "say", source, [content]), odds, set(range(*content)))


def test_likelihood_is_that_of_all_that_agree() -> None:
    [one] = likely([reading((2, 12), 2.0), reading((2, 10), 1.0), reading((2, 4), 1.0)])
    assert (one.candidate.content, one.likelihood) == ([(2, 12)], 3 / 5)


def test_other_speakers_agree_in_nothing() -> None:
    assert likely([reading((2, 12), 0.5), reading((2, 12), 0.5, source=5)]) == []


def test_reading_that_is_ruled_out_leaves_its_share_to_the_others() -> None:
    readings = [reading((2, 20), 7.0), reading((2, 8), 2.0)]
    assert [one.candidate.end for one in likely(readings)] == [20]
    [left] = likely(readings, {10})
    assert (left.candidate.end, left.likelihood) == (8, 2 / 3)


def test_nothing_is_left_where_all_are_ruled_out() -> None:
    assert likely([reading((2, 20), 7.0)], {10}) == []
