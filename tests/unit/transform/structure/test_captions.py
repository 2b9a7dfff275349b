import pytest

from pipelines.transform.structure.block import Block
from pipelines.transform.structure.captions import looks_like_caption, split_caption


def block(text: str) -> Block:
    return Block(10, 10 + len(text), text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(
            "Ann Lee speaks in Tarn. (Bo Berg, Pool Photo via AP)",
            [("caption", "Ann Lee speaks in Tarn."), ("credit", "(Bo Berg, Pool Photo via AP)")],
            id="credit in brackets",
        ),
        pytest.param(
            "Ann Lee speaks in Tarn. Photo: Bo Berg",
            [("caption", "Ann Lee speaks in Tarn."), ("credit", "Photo: Bo Berg")],
            id="credit after a word",
        ),
        pytest.param(
            "Ann Lee speaks in Tarn. REUTERS/Bo Berg",
            [("caption", "Ann Lee speaks in Tarn."), ("credit", "REUTERS/Bo Berg")],
            id="credit with a stroke",
        ),
        pytest.param(
            "Photograph: Bo Berg for the Herald", [("credit", "Photograph: Bo Berg for the Herald")], id="alone"
        ),
        pytest.param("Bo Berg/Getty Images", [("credit", "Bo Berg/Getty Images")], id="alone with a stroke"),
        pytest.param("(Bo Berg/Tarn Courier)", [("credit", "(Bo Berg/Tarn Courier)")], id="alone in brackets"),
        pytest.param(
            "FILE - Ann Lee leaves the court, March 3, 2025.",
            [("caption", "FILE - Ann Lee leaves the court, March 3, 2025.")],
            id="no credit",
        ),
        pytest.param(
            "The bridge will close (see the file on page 4).",
            [("body", "The bridge will close (see the file on page 4).")],
            id="brackets of text",
        ),
        pytest.param(
            "The figures come courtesy of the ministry.",
            [("body", "The figures come courtesy of the ministry.")],
            id="courtesy in a sentence",
        ),
    ],
)
def test_split(text: str, parts: list[tuple[str, str]]) -> None:
    found = split_caption(block(text))

    assert [(part.block_type, part.text) for part in found] == parts
    assert all(text[part.start - 10 : part.end - 10] == part.text for part in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ann Lee, left, shakes hands with Bo Berg", True, id="place in the picture"),
        pytest.param("“She stands with us,” Ann Lee said.", False, id="speech"),
        pytest.param("He stands by it. She does not.", False, id="two sentences"),
        pytest.param("The council voted on the budget.", False, id="no sign"),
    ],
)
def test_what_may_be_a_caption_above_a_credit(text: str, expected: bool) -> None:
    assert looks_like_caption(block(text)) is expected
