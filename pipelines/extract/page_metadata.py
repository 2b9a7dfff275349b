"""Read what a page says of its article: JSON-LD first, then OpenGraph, meta tags, and the page's elements."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from pipelines.extract.dates import read_stamp
from pipelines.extract.fields import stated_by
from pipelines.extract.names import names_in, words
from pipelines.extract.schema_org import article_values, find_article
from pipelines.extract.source_articles import Stated

MAX_SCRIPT_CHARS = 2_000_000
"""Longer JSON-LD is not read."""

MAX_BYLINE_CHARS = 150
"""Longer text in an element marked as a byline is about the author."""

META_NAMES = {
    "headline": ("og:title", "twitter:title", "dc.title", "headline"),
    "byline": ("author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author"),
    "publisher_name": ("og:site_name", "publisher", "dc.publisher", "application-name"),
    "url": ("og:url", "parsely-link", "twitter:url"),
    "published_at": (
        "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "pubdate",
        "publish-date", "publication_date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date", "date",
    ),
    "updated_at": ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified"),
    "language_code": ("og:locale", "content-language", "dc.language"),
}  # fmt: skip
"""For each column the names of the meta tags that may hold it, best first, in lower case."""


class PageMetadata(NamedTuple):
    """What a page states, and whether it says that it is an article."""

    stated: Stated
    is_declared: bool


def read_metadata(root: Any, address: str | None = None) -> PageMetadata:
    """Read the metadata of a page.

    Args:
        root: The page's tree.
        address: Where the page was fetched; counts where the page names no address of its own.
    """
    article = find_article(_json_ld(root))
    values = article_values(article) if article else {}
    meta = _meta_tags(root)
    own_address = _canonical(root, address) or _page_address(values.get("url"), address)
    url = own_address or next((found for found in _meta_values(meta, "url") if _page_address(found, None)), address)
    stated = stated_by(
        {
            "headline": next(filter(None, _headlines(root, values, meta)), None),
            "byline": next(_bylines(root, values, meta), None),
            "publisher_name": values.get("publisher_name") or next(_meta_values(meta, "publisher_name"), None),
            "url": url,
            "published_at": _first_date("published_at", values, meta, _times(root)),
            "updated_at": _first_date("updated_at", values, meta, iter(())),
            "language_code": next(_languages(root, values, meta), None),
        }
    )
    declared = article is not None or meta.get("og:type", "").lower() == "article" or "article:published_time" in meta
    return PageMetadata(stated, declared)


def _json_ld(root: Any) -> list[Any]:
    """The values of all JSON-LD of a page that can be read."""
    found = []
    for script in root.iter("script"):
        text = (script.text or "").strip().removeprefix("//<![CDATA[").removesuffix("//]]>")
        if (script.get("type") or "").lower().startswith("application/ld+json") and len(text) <= MAX_SCRIPT_CHARS:
            try:
                found.append(json.loads(text, strict=False))
            except (ValueError, RecursionError):
                continue
    return found


def _meta_tags(root: Any) -> dict[str, str]:
    """The first value of each meta tag by its name in lower case."""
    found: dict[str, str] = {}
    for tag in root.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or ""
        value = words(tag.get("content"))
        if value:
            found.setdefault(name.strip().lower(), value)
    return found


def _meta_values(meta: dict[str, str], column: str) -> Iterator[str]:
    return (meta[name] for name in META_NAMES[column] if name in meta)


def _canonical(root: Any, address: str | None) -> str | None:
    links = (link for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower().split())
    return next((found for link in links if (found := _page_address(link.get("href"), address))), None)


def _page_address(value: Any, base: str | None) -> str | None:
    """An absolute address of a page; that of a site's first page names no article."""
    text = words(value)
    if not text:
        return None
    try:
        full = urljoin(base or "", text)
        parts = urlsplit(full)
    except ValueError:
        return None
    is_page = parts.scheme in ("http", "https") and parts.netloc and (parts.path.strip("/") or parts.query)
    return full if is_page else None


def _headlines(root: Any, values: dict[str, Any], meta: dict[str, str]) -> Iterator[str | None]:
    yield words(values.get("headline"))
    yield from _meta_values(meta, "headline")
    for name in ("h1", "title"):
        yield from (words("".join(element.itertext())) for element in root.iter(name))


def _bylines(root: Any, values: dict[str, Any], meta: dict[str, str]) -> Iterator[Any]:
    candidates = [values.get("byline"), *_meta_values(meta, "byline")]
    yield from (value for value in candidates if next(names_in(value), None))
    for element in root.iter("a", "address", "div", "p", "span"):
        is_marked = element.get("itemprop") == "author" or element.get("rel") == "author"
        if is_marked or "byline" in (element.get("class") or "").lower().split():
            printed = words("".join(element.itertext()))
            if printed and len(printed) <= MAX_BYLINE_CHARS:
                yield printed


def _times(root: Any) -> Iterator[str]:
    """Times that the page marks as those of publication."""
    for element in root.iter("time"):
        if element.get("pubdate") is not None or element.get("itemprop") == "datePublished":
            yield element.get("datetime") or "".join(element.itertext())


def _first_date(column: str, values: dict[str, Any], meta: dict[str, str], times: Iterator[str]) -> Any:
    """The first value for a column that can be read as a date."""
    candidates = [values.get(column), *_meta_values(meta, column), *times]
    return next((value for value in candidates if any(read_stamp(value))), None)


def _languages(root: Any, values: dict[str, Any], meta: dict[str, str]) -> Iterator[Any]:
    stated = next((element.get("lang") for element in root.iter("html")), None)
    return filter(None, [stated, values.get("language_code"), *_meta_values(meta, "language_code")])
