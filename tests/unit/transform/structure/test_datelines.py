import pytest

from pipelines.transform.structure.datelines import dateline_length, title_before_dateline


@pytest.mark.parametrize(
    "dateline",
    [
        "TARN, Norland (AP) —",
        "TARN —",
        "TARN (Reuters) -",
        "Tarn, Norland (AFP) –",
        "NEW TARN, N.H., Feb. 8 (UPI) --",
        "TARN/OSLO, March 3, 2025 —",
        "SAN TARN DE LA CRUZ (AP) —",
        "Tarn, June 3 —",
        "March 3 (Reuters) -",
        "(AP) —",
        "ÉVRY, France (NW) —",
    ],
)
def test_dateline(dateline: str) -> None:
    assert dateline_length(f"{dateline} The port opened again on Tuesday.") == len(dateline)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The port — the oldest of Tarn — opened again.",
        "UPDATE: 5/12 — The port opened again.",
        "EXCLUSIVE – The port of Tarn is for sale.",
        "Ann Lee (AP) wrote the story.",
        "LEE: The port is open.",
    ],
)
def test_no_dateline(paragraph: str) -> None:
    assert dateline_length(paragraph) == 0


def test_colon_ends_a_dateline_only_where_no_speakers_are_named_so() -> None:
    assert dateline_length("NEW TARN: The port opened.", colon_allowed=True) == len("NEW TARN:")
    assert dateline_length("NEW TARN: The port opened.") == 0


@pytest.mark.parametrize(
    ("paragraph", "title"),
    [
        pytest.param("Port opens again. TARN (AP) — Ships sail.", "Port opens again. ", id="title"),
        pytest.param(
            "Fair on St. Ann’s Day. TARN (AP) — Ships sail.", "Fair on St. Ann’s Day. ", id="abbreviation in it"
        ),
        pytest.param("The port opened. Ships sail again.", "", id="no dateline"),
    ],
)
def test_title_that_runs_into_the_dateline(paragraph: str, title: str) -> None:
    assert title_before_dateline(paragraph) == len(title)
