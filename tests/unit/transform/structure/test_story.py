import pytest

from pipelines.transform.structure.split import split_blocks
from pipelines.transform.structure.story import read_story

TEXT = "The port of Tarn opened again on Tuesday after a week of storms."


def story(*lines: str) -> list[tuple[str, str]]:
    return [(block.block_type, block.text) for block in read_story(split_blocks("\n\n".join(lines)))]


def types(*lines: str) -> list[str]:
    return [block_type for block_type, _ in story(*lines)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("What the storm left", "heading", id="heading"),
        pytest.param("‘The sea took it all’", "heading", id="heading in single marks"),
        pytest.param("“The sea took it all”", "heading", id="heading in double marks, no stop inside"),
        pytest.param("What is the dispute about?", "heading", id="question of a title"),
        pytest.param("THE CRANES.", "heading", id="capitals with a full stop"),
        pytest.param("7:30 p.m.", "heading", id="time in a live report"),
        pytest.param("“The sea took it all.”", "body", id="speech"),
        pytest.param("“The sea took it all” — Ann Lee", "body", id="signed quotation"),
        pytest.param("— Ann Lee, of Tarn", "body", id="signature"),
        pytest.param("LEE: The sea took it all", "body", id="line of a transcript"),
        pytest.param("Q: Do you sleep?", "body", id="question of an interview"),
        pytest.param("Can you sleep at all?", "body", id="question to somebody"),
        pytest.param("So what now?", "body", id="question of the story"),
        pytest.param("It was over. Almost", "body", id="two sentences"),
        pytest.param("She said:", "body", id="leads on"),
        pytest.param("- the old crane", "list_item", id="dash"),
        pytest.param("• the old crane", "list_item", id="bullet"),
        pytest.param("1. The old crane is down.", "list_item", id="number"),
        pytest.param("1.5 million people live here.", "body", id="number of a sentence"),
        pytest.param("Photo: Bo Berg", "credit", id="credit"),
        pytest.param("___", "other", id="ornament"),
        pytest.param("Read more: storms of the year", "other", id="link"),
        pytest.param("Correction: An earlier version named the wrong pier.", "other", id="correction"),
        pytest.param("(Reporting by Ann Lee; Editing by Bo Berg)", "other", id="who reported"),
        pytest.param("Ann Lee in Oslo contributed to this report.", "other", id="who contributed"),
        pytest.param("Reuters", "other", id="agency"),
    ],
)
def test_line_between_paragraphs(line: str, expected: str) -> None:
    assert types(TEXT, line, TEXT) == ["body", expected, "body"]


def test_heading_needs_text_below() -> None:
    assert types(TEXT, "What the storm left") == ["body", "body"]


def test_short_lines_in_a_row_are_a_list() -> None:
    assert types(TEXT, "The crane", "The pier", "The ferry", TEXT) == ["body", *["list_item"] * 3, "body"]


def test_short_lines_after_a_colon_are_a_list() -> None:
    assert types("The storm took:", "The crane", "The pier", TEXT) == ["body", "list_item", "list_item", "body"]


def test_dateline_is_parted_from_the_first_paragraph() -> None:
    assert story(f"TARN, Norland (AP) — {TEXT}", TEXT)[:2] == [("dateline", "TARN, Norland (AP) —"), ("body", TEXT)]


def test_dateline_may_stand_below_a_standfirst() -> None:
    assert types(TEXT, f"TARN (AP) — {TEXT}") == ["body", "dateline", "body"]


def test_later_paragraphs_have_no_dateline() -> None:
    assert types(TEXT, TEXT, TEXT, f"TARN (AP) — {TEXT}") == ["body"] * 4


def test_speakers_of_a_transcript_are_no_datelines() -> None:
    assert types("ANN LEE: The port is open.", "BO BERG: Is it?", "ANN LEE: It is.") == ["body"] * 3


def test_caption_above_its_credit() -> None:
    assert types(TEXT, "Ann Lee, left, walks along the pier", "Bo Berg/Getty Images", TEXT) == [
        *["body", "caption", "credit", "body"]
    ]
