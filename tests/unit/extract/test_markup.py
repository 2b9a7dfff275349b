import pytest

from pipelines.extract.limits import Limits
from pipelines.extract.markup import html_blocks, looks_like_html
from pipelines.extract.rejects import RejectedInputError


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        pytest.param("<p>It <b>rains</b>.</p><p>It\npours.", [("body", "It rains."), ("body", "It pours.")], id="p"),
        pytest.param("One.<br>Two.<br><br>Three.", [("body", "One.\nTwo."), ("body", "Three.")], id="line breaks"),
        pytest.param("<h2>Rain</h2>It rains.", [("heading", "Rain"), ("body", "It rains.")], id="heading"),
        pytest.param("<ul><li>Rain<li><p>Snow</p></ul>", [("list_item", "Rain"), ("list_item", "Snow")], id="list"),
        pytest.param(
            "<figure><img><figcaption>A cloud. <span class='img-credit'>Bo Chen</span></figcaption></figure>",
            [("caption", "A cloud."), ("credit", "Bo Chen")],
            id="caption and credit",
        ),
        pytest.param("<p>He said <q>no</q> &amp; left.", [("body", "He said “no” & left.")], id="quotation element"),
        pytest.param("<script>x()</script><p>a<!-- b -->c</p><style>p{}</style>", [("body", "ac")], id="no text"),
        pytest.param("<table><tr><td>1<td>2</table>", [("other", "12")], id="table"),
    ],
)  # fmt: skip
def test_blocks(html: str, blocks: list[tuple[str, str]]) -> None:
    assert html_blocks(html, Limits()) == blocks


@pytest.mark.parametrize(
    ("html", "code"),
    [
        pytest.param("<div>" * 100_000 + "x", "too_complex", id="deep"),
        pytest.param("<p " + " ".join(f"a{n}=''" for n in range(500_000)) + ">x", "too_complex", id="attributes"),
        pytest.param("<p>x" * 300_000, "too_complex", id="elements"),
        pytest.param("<p>" + "<a href='x'>y</a> " * 5_000, "too_complex", id="links in a paragraph"),
        pytest.param("x" * 12_000_000, "too_complex", id="one long text"),
        pytest.param("<p>a\x00b", "binary", id="NUL"),
        pytest.param("<p>\ud800", "undecodable", id="half a character"),
        pytest.param(" \n", "blank", id="blank"),
    ],
)
def test_hostile_markup_is_rejected(html: str, code: str) -> None:
    with pytest.raises(RejectedInputError) as raised:
        html_blocks(html, Limits())

    assert raised.value.error_code == code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rains.", False),
        ("a < b > c", False),
        ("<p>It rains.</p>", True),
        ("One.<br/>Two.", True),
        ("<3 you", False),
    ],
)
def test_html_is_told_by_its_tags(text: str, expected: bool) -> None:
    assert looks_like_html(text) is expected
