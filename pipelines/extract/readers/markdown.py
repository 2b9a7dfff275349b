"""Markdown: one article a file, what is stated of it in front matter."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import BaseHandler
from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipelines.extract.decode import decode
from pipelines.extract.fields import place_marked, stated_by
from pipelines.extract.inputs import Input
from pipelines.extract.markup import html_blocks
from pipelines.extract.rejects import RejectedInputError
from pipelines.extract.source_articles import Found, SourceArticle, SourceBlock

KEYS = {
    "headline": ("headline", "title"),
    "byline": ("byline", "author", "authors", "by"),
    "publisher_name": ("publisher_name", "publisher", "site", "site_name", "source"),
    "url": ("url", "canonical_url", "canonical", "permalink", "link"),
    "source_id": ("source_id", "guid"),
    "published_at": ("published_at", "date", "published", "pubdate", "publish_date", "published_date"),
    "updated_at": ("updated_at", "lastmod", "modified", "last_modified_at", "updated"),
    "language_code": ("language_code", "lang", "language", "locale"),
}
"""For each column the keys of front matter that may hold it, best first, in lower case."""

MAX_FRONT_CHARS = 100_000
"""Longer front matter is none."""


class TomlFront(BaseHandler):
    """Front matter in TOML, between lines of plus signs."""

    FM_BOUNDARY = re.compile(r"^\+{3,}\s*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "+++"

    def load(self, fm: str, **options: object) -> Any:
        """The values of the front matter."""
        return tomllib.loads(fm)


def read(source: Input) -> Iterator[Found]:
    """Read the article.

    Raises:
        RejectedInputError: If there are no characters, no text, or the front matter is broken.
    """
    content = source.read()
    decoded = decode(content)
    front, body = _part(decoded.text)
    stated = {str(key).strip().lower(): value for key, value in front.items()}
    values = {column: next((stated[key] for key in keys if key in stated), None) for column, keys in KEYS.items()}
    blocks = _blocks(body, source)
    if not values["headline"] and blocks and blocks[0].paragraph_type == "heading":
        values["headline"] = blocks[0].text
    known = stated_by(values)
    text, placed = place_marked(known.headline, blocks)
    yield SourceArticle(text, "markdown", content, "", decoded.encoding, known, placed)


def _part(text: str) -> tuple[dict[str, Any], str]:
    """Front matter and the text below."""
    try:
        front, body = frontmatter.parse(text, handler=TomlFront() if text.startswith("+++") else None)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())[:200]
        message = f"The front matter cannot be read ({reason}): mend it, or put quotation marks around its values."
        raise RejectedInputError("malformed", message) from error
    return (front, body) if len(text) - len(body) <= MAX_FRONT_CHARS else ({}, text)


def _blocks(body: str, source: Input) -> list[SourceBlock]:
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    tokens = parser.parse(body)
    for opening, inline, closing in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if inline.type == "inline" and opening.type == "paragraph_open":
            _mark_picture(opening, inline, closing)
    html = parser.renderer.render(tokens, parser.options, {})
    return html_blocks(html, source.limits) if html.strip() else []


def _mark_picture(opening: Token, inline: Token, closing: Token) -> None:
    """Make the title or description of a picture that stands alone its caption."""
    parts = [part for part in inline.children or [] if part.type != "softbreak" and part.content.strip()]
    if len(parts) != 1 or parts[0].type != "image":
        return
    caption = str(parts[0].attrs.get("title") or parts[0].content)
    opening.tag = closing.tag = "figcaption"
    opening.hidden = closing.hidden = False
    inline.children = [Token("text", "", 0, content=caption)]
