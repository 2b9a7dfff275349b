from datetime import UTC, date, datetime

import pytest

from tests.unit.extract.readers.conftest import ReadFile


def test_front_matter_and_blocks(read_file: ReadFile) -> None:
    content = """---
title: Rain
author: [Ann Lee, Bo Chen]
date: 2026-03-04 10:00:00+01:00
url: https://tideway.example/rain
publisher: Tideway Post
lang: en-GB
---

# Rain

It *rains*, said **Ann** & [Bo](https://bo.example).

![a cloud](cloud.jpg "A cloud over Northwick.")

## Then

- It pours.
- It snows.

> “It never
> stops,” she said.
"""
    extraction = read_file("a.md", content)

    article = extraction.articles.row(0, named=True)
    assert (article["headline"], article["byline"], article["publisher_name"]) == (
        "Rain",
        "Ann Lee, Bo Chen",
        "Tideway Post",
    )
    assert (article["source_id"], article["language_code"]) == ("https://tideway.example/rain", "en")
    assert article["published_at"] == datetime(2026, 3, 4, 9, tzinfo=UTC)
    text = article["text"]
    blocks = extraction.paragraphs.select("paragraph_type", "char_start", "char_end").rows()
    assert [(kind, text[start:end]) for kind, start, end in blocks] == [
        ("headline", "Rain"),
        ("body", "It rains, said Ann & Bo."),
        ("caption", "A cloud over Northwick."),
        ("heading", "Then"),
        ("list_item", "It pours."),
        ("list_item", "It snows."),
        ("body", "“It never stops,” she said."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "headline", "day"),
    [
        pytest.param("# Rain\n\nIt rains.", "Rain", None, id="first heading"),
        pytest.param("+++\ntitle = 'Rain'\ndate = 2026-03-04\n+++\nIt rains.", "Rain", date(2026, 3, 4), id="TOML"),
        pytest.param("It rains.\n\n---\n\nIt pours.", None, None, id="a rule is no front matter"),
    ],
)
def test_front_matter_is_optional(read_file: ReadFile, content: str, headline: str | None, day: date | None) -> None:
    article = read_file("a.md", content).articles.row(0, named=True)

    assert (article["headline"], article["published_date"]) == (headline, day)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param("---\ntitle: [a\n---\nIt rains.", "malformed", id="broken front matter"),
        pytest.param("---\nlang: en\n---\n", "blank", id="no text"),
        pytest.param("---\n" + "[" * 20_000 + "\n---\na", "malformed", id="deep front matter"),
    ],
)
def test_broken_file_is_rejected(read_file: ReadFile, content: str, code: str) -> None:
    assert read_file("a.md", content).rejects["error_code"].to_list() == [code]
