import polars as pl
import pytest
from spacy.language import Language

from pipelines.transform.annotate.parts import LONGEST_PART, cut_parts
from pipelines.transform.annotate.reader import annotate_chunk
from pipelines.transform.structure.structure import structure_texts

MARKS = 10_000


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The ferry sailed. " * 2_000, id="sentences"),
        pytest.param("ferry " * 5_000, id="words alone"),
        pytest.param("“" * MARKS * 3, id="no white space"),
        pytest.param("The ferry sailed. " * 1_000 + "“" * MARKS + " The ferry sailed." * 1_000, id="both"),
        pytest.param("", id="nothing"),
    ],
)
def test_parts_make_up_the_text_and_none_is_too_long(text: str) -> None:
    parts = list(cut_parts(text))

    assert "".join(text[slice(*part)] for part in parts) == text
    assert all(part.end - part.start <= LONGEST_PART for part in parts)


def test_parts_end_behind_a_sentence() -> None:
    text = "“The ferry sailed at nine.” " * 1_000

    assert {text[part.end - 3 : part.end] for part in cut_parts(text)} == {".” "}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(" ".join(f'"crate{number}"' for number in range(MARKS // 2)), id="every word"),
        pytest.param("“a ‘b " * (MARKS // 4) + "c’ d”" * (MARKS // 4), id="one in the other"),
        pytest.param('"' * MARKS, id="nothing else"),
    ],
)
def test_ten_thousand_marks_are_read_and_cost_the_next_paragraph_nothing(text: str, nlp: Language) -> None:
    said = "“We counted nine boats,” said Mara Lind, the harbour master of Bergen."
    row = {"article_id": "0" * 16, "text": f"{text}\n\n{said}", "published_date": None}
    frame = pl.DataFrame([row], schema={"article_id": pl.String, "text": pl.String, "published_date": pl.Date})

    quotes = annotate_chunk(*structure_texts(frame), nlp)["local_quotes"]

    direct = quotes.filter(pl.col("quote_type") == "direct").select("char_start", "char_end")
    assert [row["text"][start:end] for start, end in direct.iter_rows()] == ["We counted nine boats,"]
