import time

import pytest

from pipelines.transform.annotate.quotes.marks import quoted_regions
from pipelines.transform.annotate.spans import CharSpan


def _lines(text: str) -> list[CharSpan]:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(CharSpan(start, start + len(line)))
        start += len(line) + 1
    return spans


def _quoted(text: str) -> list[list[str]]:
    return [[text[s:e] for s, e in region.pieces] for region in quoted_regions(text, _lines(text))]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param("“It rains,” he said.", [["It rains,"]], id="curly"),
        pytest.param('"It rains," he said.', [["It rains,"]], id="straight"),
        pytest.param("«It rains», he said.", [["It rains"]], id="guillemets"),
        pytest.param("„It rains“, he said.", [["It rains"]], id="low_high"),
        pytest.param("``It rains,'' he said.", [["It rains,"]], id="typewriter"),
        pytest.param("”It rains,” he said.", [["It rains,"]], id="closing_mark_for_opening"),
        pytest.param("“He shouted ‘fire’ twice,” she said.", [["He shouted ‘fire’ twice,"]], id="nested_single"),
        pytest.param("“He shouted “fire” twice,” she said.", [["He shouted “fire” twice,"]], id="nested_same_kind"),
        pytest.param("‘He shouted “fire” twice,’ she said.", [["He shouted “fire” twice,"]], id="nested_double"),
        pytest.param('"He shouted “fire” twice," she said.', [["He shouted “fire” twice,"]], id="nested_other_kind"),
        pytest.param('A 6" pipe and a 7" pipe burst.', [], id="inches"),
        pytest.param("Mayor: ‘We won’t yield’", [["We won’t yield"]], id="single_in_headline"),
        pytest.param("’Twas the farmers’ market, wasn’t it?", [], id="apostrophes"),
        pytest.param("He was ‘in the judges’ hands.’", [["in the judges’ hands."]], id="possessive_inside_single"),
    ],
)
def test_marks_are_paired(text: str, quoted: list[list[str]]) -> None:
    assert _quoted(text) == quoted


def test_reopened_quotation_is_one_region_over_paragraphs() -> None:
    assert _quoted("“It rains.\n“It pours,” he said.") == [["It rains.", "It pours,"]]


def test_single_marks_are_reopened_too() -> None:
    assert _quoted("‘It rains,’ he said. ‘It can’t last.\n‘It pours.’") == [
        ["It rains,"],
        ["It can’t last.", "It pours."],
    ]


def test_single_mark_that_is_not_reopened_opens_nothing() -> None:
    assert _quoted("He sang of ‘the rain.\nNobody listened.") == []


def test_missing_closing_mark_costs_one_quotation() -> None:
    assert _quoted("“It rains, he said.\nNobody spoke.\n“It pours,” he said.") == [
        ["It rains, he said."],
        ["It pours,"],
    ]


def test_opening_mark_where_one_is_open_starts_anew() -> None:
    assert _quoted("“It rains, he said. “It pours,” he said.") == [["It pours,"]]


def test_stray_closing_mark_is_passed_over() -> None:
    assert _quoted("It rains,” he said. “It pours,” he said.") == [["It pours,"]]


@pytest.mark.parametrize("unit", ["“a” ", '"a" ', "‘a ", "‘as b ", "“a” ‘b’ ", "‘s’ a ", '“5" ', "``a ", "“a ", "‘"])
def test_time_grows_with_the_marks_and_not_with_their_square(unit: str) -> None:
    text = unit * 10_000
    before = time.process_time()

    quoted_regions(text, [CharSpan(0, len(text))])

    assert time.process_time() - before < 2


def test_text_without_paragraphs() -> None:
    assert quoted_regions("", []) == []
