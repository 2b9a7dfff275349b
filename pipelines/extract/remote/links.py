"""Find the pages that a feed, a sitemap or a plain list of addresses names."""

import io
from urllib.parse import urljoin, urlsplit

import feedparser
from lxml import etree

from pipelines.extract.remote.addresses import WEB_SCHEMES, scheme_of


def links_in(content: bytes, address: str) -> list[str] | None:
    """The addresses that a list names, in its order and each once; None where the content is no list but a page.

    Args:
        content: What was fetched: an RSS or Atom feed, a sitemap, or one address a line.
        address: Where it was fetched from; relative links are of there.
    """
    links = _in_feed(content) or _in_sitemap(content) or _in_lines(content)
    if links is None:
        return None
    absolute = (urljoin(address, link.strip()) for link in links)
    return list(dict.fromkeys(link for link in absolute if scheme_of(link) in WEB_SCHEMES and urlsplit(link).hostname))


def _in_feed(content: bytes) -> list[str] | None:
    if not content.lstrip().startswith(b"<"):
        return None
    feed = feedparser.parse(io.BytesIO(content))  # given bytes alone, it would open a file of that name
    return [entry.link for entry in feed.entries if entry.get("link")] or None if feed.version else None


def _in_sitemap(content: bytes) -> list[str] | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        return None
    if etree.QName(root).localname != "urlset":
        return None
    return [found.text or "" for found in root.iterfind("{*}url/{*}loc")]


def _in_lines(content: bytes) -> list[str] | None:
    """Lines that are all addresses, comments and blank lines aside."""
    lines = [line.strip() for line in content.decode("utf-8", errors="replace").splitlines()]
    named = [line for line in lines if line and not line.startswith("#")]
    return named if named and all(scheme_of(line) in WEB_SCHEMES and " " not in line for line in named) else None
