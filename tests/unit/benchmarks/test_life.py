import polars as pl
import pytest

from pipelines.ids import article_id
from tests.benchmarks.copies import made_corpus
from tests.benchmarks.corrected import Correction, corrections
from tests.benchmarks.life import choose, correction_lines
from tests.benchmarks.planted import OTHER_KINDS


def told(correction: Correction, uri: str) -> dict[str, str | None]:
    """The row of marts.corrections that a correction should give."""
    before, after, before_speaker, after_speaker = correction.told
    return {
        "article_id": article_id(uri),
        "changed_part": correction.part,
        "change_type": correction.change_type,
        "before_text": before,
        "after_text": after,
        "before_speaker_name": before_speaker,
        "after_speaker_name": after_speaker,
    }


@pytest.mark.parametrize("correction", corrections(7), ids=lambda correction: correction.kind)
def test_correction_is_found_by_its_words_and_by_nothing_else(correction: Correction) -> None:
    right = told(correction, "a.txt")
    wrong = right | {"before_text": "other words", "after_text": "more of them"}

    def line(change: dict[str, str | None]) -> tuple[str, ...]:
        return correction_lines({"a.txt": correction}, pl.DataFrame([change]))[0]

    assert line(right) == (f"corrections: {correction.kind}", "1", "1", "0")
    assert line(wrong) == (f"corrections: {correction.kind}", "1", "0", "1")


def test_change_of_an_article_that_nobody_corrected_is_false() -> None:
    correction = corrections(1)[0]

    lines = correction_lines({"a.txt": correction}, pl.DataFrame([told(correction, "b.txt")]))

    assert ("corrections: another article", "0", "0", "1") in lines


def test_what_is_changed_copies_nothing_and_is_not_withdrawn() -> None:
    corpus = made_corpus(200)
    kinds = {article.source_uri: article.kind for article in corpus}

    corrected, withdrawn = choose(corpus, 10, 5)

    assert (len(corrected), len(withdrawn)) == (10, 5)
    assert {kinds[uri] for uri in [*corrected, *withdrawn]} <= set(OTHER_KINDS)
    assert not set(corrected) & set(withdrawn)
