import pytest

from pipelines.transform.annotate.quotes.candidates import TokenRange, disjoint


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        pytest.param([(5, 9), (0, 3)], [(0, 3), (5, 9)], id="apart"),
        pytest.param([(0, 3), (3, 5)], [(0, 5)], id="side by side"),
        pytest.param([(0, 9), (4, 7)], [(0, 9)], id="one in the other"),
        pytest.param([(4, 9), (0, 6), (8, 12)], [(0, 12)], id="chain"),
    ],
)
def test_pieces_of_a_quotation_never_overlap(ranges: list[TokenRange], expected: list[TokenRange]) -> None:
    assert disjoint(ranges) == expected
