import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from pipelines.transform.structure.language import MIN_PROBABILITY, SAMPLE_CHARS, languages_of

TEXTS = [
    "The port opened again on Tuesday after a week of storms.",
    "Der Hafen ist seit Dienstag nach einer Woche Sturm wieder offen.",
    "Порт знову відкрився у вівторок після тижня штормів.",
]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param(TEXTS[0], "en", id="English"),
        pytest.param(TEXTS[1], "de", id="German"),
        pytest.param(TEXTS[2], "uk", id="Ukrainian"),
        pytest.param("Port open", None, id="too short"),
        pytest.param("12:30 — 4, 5, 6 · 7 / 8 * 9 + 10 = 11 # 12 % 13", None, id="no letters"),
    ],
)
def test_language(text: str, code: str | None) -> None:
    assert languages_of([text]) == [code]


def test_many_texts_at_once_have_the_languages_that_the_library_tells() -> None:
    texts = ["", *TEXTS, TEXTS[0].upper(), TEXTS[2] * 20, *(text[:25] for text in TEXTS), TEXTS[1][:25] + "\ud800"]
    library = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    told = [library.classify(text[:SAMPLE_CHARS]) for text in texts[1:]]

    expected = [code if probability >= MIN_PROBABILITY else None for code, probability in told]
    assert languages_of(texts) == [None, *expected]
