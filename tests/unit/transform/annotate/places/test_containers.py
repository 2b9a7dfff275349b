import pytest

from pipelines.transform.annotate.places.containers import dateline_end


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        pytest.param("KYIV, Ukraine (AP) — Rain fell.", "KYIV, Ukraine (AP) — ", id="city, country, agency"),
        pytest.param("OSLO – Rain fell.", "OSLO – ", id="city alone"),
        pytest.param("ST. PAUL, Minn. -- Rain fell.", "ST. PAUL, Minn. -- ", id="two hyphens"),
        pytest.param("Rain fell — at last.", "", id="no capitals"),
        pytest.param("A dog — a big one — barked.", "", id="a word of one letter"),
    ],
)
def test_dateline_ends_after_its_dash(text: str, printed: str) -> None:
    assert text[: dateline_end(text)] == printed
