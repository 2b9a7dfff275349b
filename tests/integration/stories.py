"""The same invented stories written in every format that is read."""

import csv
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from html import escape
from pathlib import Path
from typing import NamedTuple

import polars as pl


class Story(NamedTuple):
    """An article: paragraphs by the tag that HTML gives them."""

    number: int
    headline: str
    authors: tuple[str, ...]
    published: str
    paragraphs: tuple[tuple[str, str], ...]

    @property
    def url(self) -> str:
        return f"https://tideway-post.example/news/story-{self.number}"

    @property
    def byline(self) -> str:
        return ", ".join(self.authors)

    @property
    def fragment(self) -> str:
        return "\n".join(_element(tag, text) for tag, text in self.paragraphs)

    @property
    def plain(self) -> str:
        return "\n\n".join(text for _, text in self.paragraphs)


PUBLISHER = "The Tideway Post"
STORIES = (
    Story(
        1,
        "Harbour bridge closes after ninety years",
        ("Ann Lindqvist", "Béla Orsós"),
        "2026-03-04T09:30:00+01:00",
        (
            ("p", "NORTHWICK — The old bridge over the harbour will close on Monday, the council said on Tuesday."),
            ("p", "“We have no choice,” said Mayor Ilse Brandt. “The steel is tired, and so are we.”"),
            ("figcaption", "The bridge at dusk on Tuesday, March 3, 2026. (Tideway Photo/Bo Chen)"),
            ("p", "Brandt, who was elected in 2021, said the repair would cost €4 million & take two years."),
            ("h2", "What happens next"),
            ("p", "Ferries will run every ten minutes, said Zoë Müller, who heads the port of Northwick."),
            ("p", "“Nobody will have to swim,” she added."),
        ),
    ),
    Story(
        2,
        "Librarian finds lost letters of a poet",
        ("Carla Ferrão",),
        "2026-03-05T23:30:00-05:00",
        (
            ("p", "A librarian in São Tomé has found forty letters of the poet Inês Valadão in a biscuit tin."),
            ("p", "Tomás Açucena said he had opened the tin because it “smelled of rain”. He told the newspaper that"
                  " the letters were written between 1951 and 1958."),
            ("p", "The University of Coimbra will publish them in May, its rector, Lúcia Prates, announced."),
        ),
    ),
    Story(
        3,
        "Baker’s strike ends with 5 < 6 joke",
        ("Dov Haim",),
        "2026-03-06",
        (
            ("p", "The bakers of Eastgate went back to work on Friday after a strike of eleven days."),
            ("p", "Their speaker, Rosa Quill, said they had asked for six rolls an hour and been offered five. “Five is"
                  " less than six,” she said."),
            ("p", "The mill’s owner, Pat O’Dowd, denied that he had ever counted rolls in his life at the mill."),
        ),
    ),
)  # fmt: skip

MAPPING = """
text = "body.content"
headline = "title"
byline = "people.authors.name"
publisher_name = "paper"
url = "link"
published_at = "when"
"""

Writer = Callable[[Path, Sequence[Story]], None]


def write_html(folder: Path, stories: Sequence[Story]) -> None:
    for story in stories:
        (folder / f"{story.number}.html").write_text(page_of(story), encoding="utf-8")


def page_of(story: Story) -> str:
    """The page of a newspaper's site, with its menus and comments."""
    linked = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "Organization", "@id": "#paper", "name": PUBLISHER},
            {
                "@type": "ReportageNewsArticle",
                "headline": story.headline,
                "author": [{"@type": "Person", "name": name} for name in story.authors],
                "publisher": {"@id": "#paper"},
                "datePublished": story.published,
            },
        ],
    }
    return f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
        <title>{escape(story.headline)} | Post</title>
        <link rel="canonical" href="{story.url}">
        <script type="application/ld+json">{json.dumps(linked)}</script></head>
        <body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
        <article><h1>{escape(story.headline)}</h1><p class="byline">By {story.byline}</p>{story.fragment}</article>
        <aside><h3>Read more</h3><p><a href="/other">Ten ferries that you should have taken</a></p></aside>
        <section id="comments"><h2>Comments</h2><div class="comment"><p>Shame on all of them.</p></div></section>
        <footer><p>Imprint and privacy</p></footer></body></html>"""


def write_schema_org(folder: Path, stories: Sequence[Story]) -> None:
    articles = [
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "@id": story.url,
            "headline": story.headline,
            "author": [{"@type": "Person", "name": name} for name in story.authors],
            "publisher": {"@type": "NewsMediaOrganization", "name": PUBLISHER},
            "datePublished": story.published,
            "inLanguage": "en",
            "articleBody": story.fragment,
        }
        for story in stories
    ]
    (folder / "all.json").write_text(json.dumps(articles, indent=1), encoding="utf-8")


def write_ninjs_1(folder: Path, stories: Sequence[Story]) -> None:
    for story in stories:
        item = {
            "uri": story.url,
            "type": "text",
            "versioncreated": story.published,
            "language": "en",
            "infosource": [{"name": PUBLISHER}],
            "byline": story.byline,
            "headline": story.headline,
            "body_text": story.plain,
            "body_xhtml": story.fragment,
        }
        (folder / f"{story.number}.json").write_text(json.dumps(item), encoding="utf-8")


def write_ninjs_3(folder: Path, stories: Sequence[Story]) -> None:
    lines = [
        {
            "uri": story.url,
            "standard": {"name": "ninjs", "version": "3.0"},
            "type": "text",
            "firstCreated": story.published,
            "language": "en",
            "infoSources": [{"name": PUBLISHER}],
            "by": story.byline,
            "headlines": [{"role": "main", "value": story.headline}],
            "bodies": [
                {"role": "main", "contentType": "text/plain", "value": story.plain},
                {"role": "richtext", "contentType": "application/xhtml+xml", "value": story.fragment},
            ],
        }
        for story in stories
    ]
    (folder / "all.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")


def write_mapped_lines(folder: Path, stories: Sequence[Story]) -> None:
    (folder / "mapping.toml").write_text(MAPPING, encoding="utf-8")
    lines = [json.dumps(_own_shape(story), ensure_ascii=False) for story in stories]
    (folder / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")


def write_mapped_list(folder: Path, stories: Sequence[Story]) -> None:
    (folder / "mapping.toml").write_text(MAPPING + 'articles = "export.items"', encoding="utf-8")
    export = {"export": {"items": [_own_shape(story) for story in stories]}}
    (folder / "all.json").write_text(json.dumps(export), encoding="utf-16")


def write_csv(folder: Path, stories: Sequence[Story]) -> None:
    _write_table(folder / "all.csv", stories, ",")


def write_tsv(folder: Path, stories: Sequence[Story]) -> None:
    _write_table(folder / "all.tsv", stories, "\t")


def write_parquet(folder: Path, stories: Sequence[Story]) -> None:
    (folder / "mapping.toml").write_text(MAPPING, encoding="utf-8")
    pl.DataFrame([_own_shape(story) for story in stories]).write_parquet(folder / "all.parquet")


def write_typed_parquet(folder: Path, stories: Sequence[Story]) -> None:
    rows = [_columns(story) | {"published_at": None, "published_date": None} for story in stories]
    frame = pl.DataFrame(rows, schema_overrides={"published_at": pl.Datetime("us", "UTC"), "published_date": pl.Date})
    moments = [datetime.fromisoformat(story.published) for story in stories]
    timed = [moment if moment.tzinfo else None for moment in moments]
    frame.with_columns(
        published_at=pl.Series(timed, dtype=pl.Datetime("us", "UTC")),
        published_date=pl.Series([moment.date() for moment in moments]),
    ).write_parquet(folder / "all.parquet")


def write_markdown(folder: Path, stories: Sequence[Story]) -> None:
    for story in stories:
        text = "\n\n".join(_markdown(tag, text) for tag, text in story.paragraphs)
        authors = "".join(f"\n  - {name}" for name in story.authors)
        front = f"title: {json.dumps(story.headline)}\nauthors:{authors}\npublisher: {PUBLISHER}\nurl: {story.url}"
        content = f"---\n{front}\nlang: en\ndate: {story.published}\n---\n\n{text}\n"
        (folder / f"{story.number}.md").write_text(content, encoding="utf-8")


WRITERS: dict[str, Writer] = {
    "html": write_html,
    "schema.org": write_schema_org,
    "ninjs 1": write_ninjs_1,
    "ninjs 3": write_ninjs_3,
    "JSON Lines by a mapping": write_mapped_lines,
    "JSON list by a mapping": write_mapped_list,
    "CSV": write_csv,
    "TSV": write_tsv,
    "Parquet by a mapping": write_parquet,
    "Parquet of our columns": write_typed_parquet,
    "Markdown": write_markdown,
}
"""A function that writes the stories into a folder, by format."""


def _element(tag: str, text: str) -> str:
    element = f"<{tag}>{escape(text, quote=False)}</{tag}>"
    return f"<figure><img src='a.jpg' alt=''/>{element}</figure>" if tag == "figcaption" else element


def _markdown(tag: str, text: str) -> str:
    written = text.replace("<", "&lt;")
    return {"h2": f"## {written}", "figcaption": f'![a bridge](a.jpg "{written}")'}.get(tag, written)


def _own_shape(story: Story) -> dict[str, object]:
    return {
        "link": story.url,
        "when": story.published,
        "title": story.headline,
        "paper": PUBLISHER,
        "people": {"authors": [{"name": name} for name in story.authors]},
        "body": {"content": story.plain, "words": len(story.plain.split())},
    }


def _columns(story: Story) -> dict[str, object]:
    return {
        "source_id": story.url,
        "url": story.url,
        "headline": story.headline,
        "byline": story.byline,
        "publisher_name": PUBLISHER,
        "text": story.plain,
    }


def _write_table(path: Path, stories: Sequence[Story], delimiter: str) -> None:
    rows = [_columns(story) | {"published_at": story.published} for story in stories]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
