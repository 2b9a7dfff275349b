"""RSS and Atom feeds: each entry is an article."""

import html
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import feedparser

from pipelines.extract.fields import SourcePart, article_of
from pipelines.extract.inputs import Input
from pipelines.extract.limits import Limits
from pipelines.extract.markup import html_blocks, looks_like_html
from pipelines.extract.rejects import RejectedInputError
from pipelines.extract.safe_xml import decode_xml
from pipelines.extract.source_articles import Found, RejectedPart, SourceArticle

AS_UTF8 = {"content-type": "application/xml; charset=utf-8"}
_WORLDWIDE_ID = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.")


def read(source: Input) -> Iterator[Found]:
    """Read the entries one by one; of a feed that breaks off, those before.

    Raises:
        RejectedInputError: If the file is no XML, declares entities of its own, or is broken before the first entry.
    """
    text, encoding = decode_xml(source.read())
    parsed = feedparser.parse(
        io.BytesIO(text.encode("utf-8", "replace")),  # given a name or an address, it would open that
        response_headers=AS_UTF8,
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    for number, entry in enumerate(parsed.entries, start=1):
        try:
            yield _read_entry(entry, parsed, f"#{number}", encoding, source.limits)
        except RejectedInputError as reason:
            yield RejectedPart(f"#{number}", reason)
    if parsed.bozo:
        cause = parsed.get("bozo_exception")
        message = f"The feed is broken ({cause}): what stands below may be missing, save it anew."
        yield RejectedPart("", RejectedInputError("malformed", message))


def _read_entry(
    entry: Mapping[str, Any], parsed: Mapping[str, Any], locator: str, encoding: str, limits: Limits
) -> SourceArticle:
    feed = parsed["feed"]
    content = _content(entry)
    url = _get(entry, "link") or _alternate(entry)
    value = content.get("value") or ""
    if not value.strip():
        message = "The entry has only a title: take a feed that has the articles' texts, or their pages."
        raise RejectedInputError("blank", message)
    is_html = "html" in content.get("type", "") and looks_like_html(value)
    values = {
        "text": value if is_html else html.unescape(value),
        "source_id": _source_id(_get(entry, "id"), url, feed),
        "url": url,
        "headline": _line(entry.get("title_detail", {}), limits),
        "byline": [_get(author, "name") for author in entry.get("authors", ())] or _get(entry, "author"),
        "publisher_name": _line(feed.get("title_detail", {}), limits),
        "published_at": _get(entry, "published") or _get(entry, "updated"),
        "updated_at": _get(entry, "updated"),
        "language_code": content.get("language") or _get(feed, "language"),
    }
    source_format = "atom" if parsed["version"].startswith("atom") else "rss"
    part = SourcePart(json.dumps(entry, sort_keys=True, default=str).encode(), locator, encoding)
    return article_of(values, [], source_format, part, limits, is_html=is_html)


def _get(mapping: Mapping[str, Any], name: str) -> Any:
    """A value under its own name: asked for some, feedparser gives others in their place."""
    return dict(mapping).get(name)


def _content(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """The longest of content and summary, with its type."""
    found = [*entry.get("content", ()), entry.get("summary_detail", {})]
    longest: Mapping[str, Any] = max(found, key=lambda part: len(part.get("value") or ""))
    return longest


def _alternate(entry: Mapping[str, Any]) -> str | None:
    links = (link for link in entry.get("links", ()) if link.get("rel") == "alternate")
    return next((link.get("href") for link in links), None)


def _source_id(entry_id: str | None, url: str | None, feed: Mapping[str, Any]) -> str | None:
    """The entry's id if it is one of the whole world, as addresses and tags are, else its address."""
    if not entry_id or _WORLDWIDE_ID.match(entry_id):
        return entry_id or url
    return url or f"{_get(feed, 'link') or _get(feed, 'title') or ''}#{entry_id}"


def _line(detail: Mapping[str, Any], limits: Limits) -> str:
    """A title in one line, without its markup."""
    value = detail.get("value") or ""
    if "html" in detail.get("type", "") and "<" in value:
        return " ".join(block.text for block in html_blocks(value, limits))
    return html.unescape(value)
