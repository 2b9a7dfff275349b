import pytest

from tests.benchmarks.calibration import Bin, Pairs, calibrate


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        pytest.param([(0.75, True)] * 3 + [(0.75, False)], 0.0, id="as stated"),
        pytest.param([(0.95, False)] * 2, 0.95, id="never right"),
        pytest.param([(0.95, True), (0.15, True)], 0.45, id="weighed by rows"),
        pytest.param([], 0.0, id="no rows"),
    ],
)
def test_error_is_the_mean_distance_from_the_truth(pairs: Pairs, expected: float) -> None:
    assert calibrate(pairs)[1] == pytest.approx(expected)


def test_bins_hold_the_rows_of_their_tenth() -> None:
    bins, _ = calibrate([(0.62, True), (0.68, False), (1.0, True)])

    assert bins == [Bin(2, pytest.approx(0.65), 0.5), Bin(1, 1.0, 1.0)]
