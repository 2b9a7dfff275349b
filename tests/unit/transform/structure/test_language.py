import pytest

from pipelines.transform.structure.language import language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("The port opened again on Tuesday after a week of storms.", "en", id="English"),
        pytest.param("Der Hafen ist seit Dienstag nach einer Woche Sturm wieder offen.", "de", id="German"),
        pytest.param("Порт знову відкрився у вівторок після тижня штормів.", "uk", id="Ukrainian"),
        pytest.param("Port open", None, id="too short"),
        pytest.param("12:30 — 4, 5, 6 · 7 / 8 * 9 + 10 = 11 # 12 % 13", None, id="no letters"),
    ],
)
def test_language(text: str, code: str | None) -> None:
    assert language_of(text) == code
