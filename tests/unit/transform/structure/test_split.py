import pytest

from pipelines.transform.structure.split import split_blocks

WRAPPED = """The port of Tarn opened again on Tuesday after a week
of storms that had kept the ferries in, and the first
ship left for the islands at noon.

Ann Lee, who runs the port, said that three cranes
still have to be mended before larger ships can be
unloaded.
    A second paragraph is told by where its first line
begins, and by the room that is left above.
"""


def texts(text: str) -> list[str]:
    return [block.text for block in split_blocks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One is here.\n\nTwo is here.", ["One is here.", "Two is here."], id="blank line"),
        pytest.param("One is here.\nTwo is here.", ["One is here.", "Two is here."], id="line end alone"),
        pytest.param("One is here.\r\n \r\nTwo.\r\n", ["One is here.", "Two."], id="carriage returns"),
        pytest.param("One is here.\rTwo.", ["One is here.", "Two."], id="old Macintosh"),
        pytest.param("One is here.\u2029Two.", ["One is here.", "Two."], id="paragraph separator"),
        pytest.param("\ufeff \u200bOne.\xa0\n\u3000\n", ["One."], id="invisible characters around"),
        pytest.param(
            "The storm kept all of the ferries in the\nharbour for a week, and longer for the big ones than that.",
            ["The storm kept all of the ferries in the\nharbour for a week, and longer for the big ones than that."],
            id="sentence broken by chance",
        ),
        pytest.param("eggs\nmilk\nbread", ["eggs", "milk", "bread"], id="short lines in lower case"),
        pytest.param(" \n\t\n", [], id="nothing visible"),
    ],
)
def test_blocks(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_hard_wrapped_lines_are_joined_into_paragraphs() -> None:
    assert [block.split()[0] for block in texts(WRAPPED)] == ["The", "Ann", "A"]


def test_items_of_a_list_in_wrapped_text_stay_apart() -> None:
    wrapped = WRAPPED + "\n- the old crane at the north pier, which has been\nout of use since May\n- a new one\n"

    assert texts(wrapped)[-2:] == [
        "- the old crane at the north pier, which has been\nout of use since May",
        "- a new one",
    ]


def test_offsets_point_into_the_whole_text() -> None:
    (block,) = split_blocks("Title: x\n\nIt rains.", start=8)

    assert (block.start, block.end, block.text) == (10, 19, "It rains.")
