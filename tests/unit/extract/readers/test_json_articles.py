import json
from datetime import UTC, date, datetime

import pytest

from pipelines.extract import ninjs
from tests.unit.extract.readers.conftest import ReadFile

OWN = {"id": 7, "title": "Rain", "body": {"text": "It rains."}, "authors": [{"name": "Ann Lee"}, {"name": "Bo Chen"}]}
MAPPING = 'text = "body.text"\nheadline = "title"\nbyline = "authors.name"\nsource_id = "id"\n'


def test_mapping_by_dotted_paths(read_file: ReadFile) -> None:
    extraction = read_file("a.json", json.dumps(OWN), MAPPING)

    article = extraction.articles.row(0, named=True)
    assert (article["source_uri"], article["source_format"], article["source_id"]) == ("a.json", "json", "7")
    assert (article["text"], article["byline"]) == ("Rain\n\nIt rains.", "Ann Lee, Bo Chen")


def test_list_below_the_top(read_file: ReadFile) -> None:
    data = {"result": {"hits": [OWN, OWN | {"id": 8}]}}

    extraction = read_file("a.json", json.dumps(data, indent=2), MAPPING + 'articles = "result.hits"\n')

    assert extraction.articles["source_uri"].to_list() == ["a.json#1", "a.json#2"]


def test_text_in_html_has_blocks(read_file: ReadFile) -> None:
    lines = json.dumps(OWN | {"body": {"text": "<p>It rains.</p><h3>Then</h3><p>It pours.</p>"}})

    extraction = read_file("a.jsonl", lines, MAPPING)

    assert extraction.articles["text"].item() == "Rain\n\nIt rains.\n\nThen\n\nIt pours."
    assert extraction.paragraphs["paragraph_type"].to_list() == ["headline", "body", "heading", "body"]


def test_text_format_can_be_stated(read_file: ReadFile) -> None:
    line = json.dumps(OWN | {"body": {"text": "Fish &amp; chips"}})

    assert (
        read_file("a.jsonl", line, MAPPING + 'text_format = "html"').articles["text"].item() == "Rain\n\nFish & chips"
    )


def test_line_that_cannot_be_read_costs_only_itself(read_file: ReadFile) -> None:
    good = json.dumps(OWN | {"id": 1}).encode()
    lines = [
        good,
        b'{"body": ',
        b"",
        b'{"body": {"text": "a"}, "body": 1}',
        b'{"body": {"text": "a"}, "n": NaN}',
        b"[" * 100_000,
        b'{"n":' * 200 + b"1" + b"}" * 200,
        b'{"body": {"text": "\xff"}}',
        b'{"body": {"text": "\\ud800"}}',
        b'{"body": {"text": " "}}',
        b'{"title": "Snow"}',
        b'"text"',
        b'{"n": ' + b"9" * 10_000 + b"}",
        b'{"body": "' + b"x" * 200_000 + b'"}',
        json.dumps(OWN | {"id": 2}).encode(),
    ]

    extraction = read_file("a.jsonl", b"\n".join(lines), MAPPING, article_bytes=150_000)

    assert extraction.articles["source_uri"].to_list() == ["a.jsonl#1", "a.jsonl#15"]
    codes = dict(extraction.rejects.select("source_uri", "error_code").iter_rows())
    assert codes == {
        "a.jsonl#2": "malformed",
        "a.jsonl#4": "malformed",
        "a.jsonl#5": "malformed",
        "a.jsonl#6": "too_complex",
        "a.jsonl#7": "too_complex",
        "a.jsonl#8": "undecodable",
        "a.jsonl#9": "undecodable",
        "a.jsonl#10": "blank",
        "a.jsonl#11": "mapping_wrong",
        "a.jsonl#12": "malformed",
        "a.jsonl#13": "malformed",
        "a.jsonl#14": "too_large",
    }


def test_lines_are_told_from_a_printed_object(read_file: ReadFile) -> None:
    extraction = read_file("export.json", "\n".join(json.dumps(OWN | {"id": number}) for number in (1, 2)), MAPPING)

    assert extraction.articles["source_uri"].to_list() == ["export.json#1", "export.json#2"]


def test_fields_with_our_names_need_no_mapping(read_file: ReadFile) -> None:
    extraction = read_file("a.json", '{"text": "It rains.", "published_date": "2026-03-04"}')

    assert extraction.articles["published_date"].to_list() == [date(2026, 3, 4)]


@pytest.mark.parametrize(
    ("mapping", "code", "said"),
    [
        pytest.param(None, "no_mapping", "there are: id, title, body.text, authors, authors.name. Write", id="none"),
        pytest.param('text = "body.txt"', "mapping_wrong", "text = 'body.txt', which is not in", id="no such path"),
        pytest.param('headline = "title"', "mapping_wrong", "does not say which field is the text", id="no text"),
        pytest.param(
            'text = "a"\ntitel = "b"', "mapping_wrong", "has the key titel, which is none of", id="unknown key"
        ),
        pytest.param("text = 7", "mapping_wrong", "in quotation marks", id="no path"),
        pytest.param("text = ", "mapping_wrong", "is no TOML", id="broken"),
        pytest.param(MAPPING + 'text_format = "rtf"', "mapping_wrong", "give one of text, html", id="format"),
        pytest.param(MAPPING + 'articles = "hits"', "mapping_wrong", "articles = 'hits'", id="no list"),
    ],
)
def test_mapping_that_does_not_fit(read_file: ReadFile, mapping: str | None, code: str, said: str) -> None:
    rejects = read_file("a.json", json.dumps(OWN), mapping).rejects

    assert rejects.select("source_uri", "error_code").rows() == [("a.json", code)]
    assert said in rejects["error_message"].item()


def test_path_that_no_article_has_is_a_slip_of_the_pen(read_file: ReadFile) -> None:
    lines = "\n".join(json.dumps(OWN | {"id": number}) for number in range(20))

    rejects = read_file("a.jsonl", lines, MAPPING.replace('"title"', '"titel"')).rejects

    assert rejects.select("source_uri", "error_code").rows() == [("a.jsonl", "mapping_wrong")]


NINJS = {
    "uri": "urn:tideway:1",
    "type": "text",
    "firstcreated": "2026-03-04T08:00:00Z",
    "versioncreated": "2026-03-04T09:00:00Z",
    "byline": "Ann Lee",
    "headline": "Rain",
    "infosource": [{"name": "Tideway Post"}],
    "body_text": "It rains.\n\nIt pours.",
    "associations": {"main": {"type": "picture", "description_text": "A cloud.", "byline": "Bo Chen"}},
}
NINJS_2 = {
    "uri": "urn:tideway:1",
    "standard": {"name": "ninjs", "version": "2.1"},
    "firstcreated": "2026-03-04T08:00:00Z",
    "versioncreated": "2026-03-04T09:00:00Z",
    "by": "Ann Lee",
    "headlines": [{"role": "short", "value": "Wet"}, {"role": "main", "value": "Rain"}],
    "infosources": [{"name": "Tideway Post"}],
    "bodies": [{"contenttype": "text/plain", "value": "It rains."}, {"value": "<p>It rains.</p><p>It pours.</p>"}],
    "associations": [{"type": "picture", "descriptions": [{"value": "A cloud."}], "by": "Bo Chen"}],
}


@pytest.mark.parametrize("item", [NINJS, NINJS_2], ids=["1", "2"])
def test_ninjs(read_file: ReadFile, item: dict[str, object]) -> None:
    extraction = read_file("a.json", json.dumps(item))

    article = extraction.articles.row(0, named=True)
    assert article["text"] == "Rain\n\nIt rains.\n\nIt pours.\n\nA cloud.\n\nBo Chen"
    assert extraction.paragraphs["paragraph_type"].to_list() == ["headline", "body", "body", "caption", "credit"]
    assert (article["source_format"], article["source_id"], article["url"]) == ("ninjs", "urn:tideway:1", None)
    assert (article["byline"], article["publisher_name"]) == ("Ann Lee", "Tideway Post")
    assert article["published_at"] == datetime(2026, 3, 4, 8, tzinfo=UTC)
    assert article["updated_at"] == datetime(2026, 3, 4, 9, tzinfo=UTC)


def test_ninjs_pictures_are_passed_over_and_withdrawn_news_rejected(read_file: ReadFile) -> None:
    items = [NINJS | {"type": "picture"}, NINJS | {"pubstatus": "canceled"}, NINJS]

    extraction = read_file("a.json", json.dumps(items))

    assert extraction.articles["source_uri"].to_list() == ["a.json#3"]
    assert extraction.rejects.select("source_uri", "error_code").rows() == [("a.json#2", "not_usable")]
    assert extraction.files["skipped_count"].to_list() == [1]
    assert not ninjs.is_ninjs(OWN)


def test_schema_org(read_file: ReadFile) -> None:
    node = {
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@id": "https://tideway.example/rain"},
        "headline": "Rain",
        "author": {"name": "Ann Lee"},
        "datePublished": "2026-03-04",
        "articleBody": "It rains.\nIt pours.",
        "image": {"@type": "ImageObject", "caption": "A cloud.", "creditText": "Bo Chen"},
    }

    article = read_file("a.json", json.dumps({"@graph": [{"@type": "WebPage"}, node]})).articles.row(0, named=True)

    assert article["text"] == "Rain\n\nIt rains.\n\nIt pours.\n\nA cloud.\n\nBo Chen"
    assert (article["source_format"], article["source_id"]) == ("schema.org", "https://tideway.example/rain")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"[" * 100_000, "too_complex", id="deep"),
        pytest.param(b'{"text": "a"', "malformed", id="cut off"),
        pytest.param(b'{"text": "' + b"x" * 2_000 + b'"}', "too_large", id="large"),
    ],
)
def test_hostile_file_is_rejected(read_file: ReadFile, content: bytes, code: str) -> None:
    limits = {"article_bytes": 1_000} if code == "too_large" else {}

    assert read_file("a.json", content, **limits).rejects["error_code"].to_list() == [code]
