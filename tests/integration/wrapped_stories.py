"""The invented stories in the formats of agencies, feeds and crawls."""

import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime
from email.utils import format_datetime
from html import escape
from pathlib import Path
from xml.sax.saxutils import quoteattr

import zstandard

from tests.integration.stories import PUBLISHER, Story, Writer, page_of, write_ninjs_3

NITF_ELEMENTS = {
    "p": "<p>{}</p>",
    "h2": "<hl2>{}</hl2>",
    "figcaption": "<media><media-caption>{}</media-caption></media>",
}


def write_newsml(folder: Path, stories: Sequence[Story]) -> None:
    items = "".join(map(_news_item, stories))
    message = f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{items}</itemSet></newsMessage>'
    (folder / "all.xml").write_text(f'<?xml version="1.0" encoding="utf-8"?>{message}', encoding="utf-8")


def write_nitf(folder: Path, stories: Sequence[Story]) -> None:
    for story in stories:
        content = "".join(NITF_ELEMENTS[tag].format(escape(text)) for tag, text in story.paragraphs)
        byline = "".join(f"<person>{escape(name)}</person>" for name in story.authors)
        (folder / f"{story.number}.xml").write_text(
            f'<nitf lang="en"><head><docdata><date.issue norm="{story.published}"/></docdata>'
            f"<pubdata name={quoteattr(PUBLISHER)} ex-ref={quoteattr(story.url)}/></head>"
            f"<body><body.head><hedline><hl1>{escape(story.headline)}</hl1></hedline><byline>By {byline}</byline>"
            f"</body.head><body.content>{content}</body.content></body></nitf>",
            encoding="utf-8",
        )


def write_rss(folder: Path, stories: Sequence[Story]) -> None:
    items = "".join(
        f"<item><title>{escape(story.headline)}</title><link>{story.url}</link><guid>{story.url}</guid>"
        + "".join(f"<dc:creator>{escape(name)}</dc:creator>" for name in story.authors)
        + _feed_day(story.published)
        + f"<content:encoded>{escape(story.fragment)}</content:encoded></item>"
        for story in stories
    )
    (folder / "all.rss").write_text(
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{PUBLISHER}</title><language>en</language>{items}</channel></rss>",
        encoding="utf-8",
    )


def write_atom(folder: Path, stories: Sequence[Story]) -> None:
    entries = "".join(
        f'<entry><id>{story.url}</id><link rel="alternate" href="{story.url}"/><title>{escape(story.headline)}</title>'
        + "".join(f"<author><name>{escape(name)}</name></author>" for name in story.authors)
        + f"<published>{story.published}</published><content type='html'>{escape(story.fragment)}</content></entry>"
        for story in stories
    )
    (folder / "all.atom").write_text(
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>{PUBLISHER}</title>{entries}</feed>',
        encoding="utf-8",
    )


def write_warc(folder: Path, stories: Sequence[Story]) -> None:
    with (folder / "all.warc").open("wb") as file:
        for story in stories:
            response = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page_of(story).encode()
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {story.url}\r\n"
                "WARC-Date: 2026-03-07T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
                f"Content-Length: {len(response)}\r\n\r\n"
            )
            file.write(head.encode() + response + b"\r\n\r\n")


def packed(write: Writer, pack: Callable[[Path], None]) -> Writer:
    """Write as another writer does, and pack each file."""

    def write_packed(folder: Path, stories: Sequence[Story]) -> None:
        write(folder, stories)
        for file in sorted(folder.iterdir()):
            pack(file)
            file.unlink()

    return write_packed


def into_zip(file: Path) -> None:
    with zipfile.ZipFile(file.with_name(f"{file.name}.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(file, f"articles/{file.name}")


def into_zst(file: Path) -> None:
    file.with_name(f"{file.name}.zst").write_bytes(zstandard.compress(file.read_bytes()))


WRAPPERS: dict[str, Writer] = {
    "NewsML-G2": write_newsml,
    "NITF": write_nitf,
    "RSS": write_rss,
    "Atom": write_atom,
    "WARC": write_warc,
    "WARC in zstandard": packed(write_warc, into_zst),
    "ninjs in zip": packed(write_ninjs_3, into_zip),
}
"""As ``WRITERS`` of the stories."""


def _news_item(story: Story) -> str:
    names = "".join(f"<creator><name>{escape(name)}</name></creator>" for name in story.authors)
    return (
        f'<newsItem guid="{story.url}" version="1" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/>'
        f"<provider><name>{escape(PUBLISHER)}</name></provider><firstCreated>{story.published}</firstCreated>"
        f'<link rel="irel:seeAlso" contenttype="text/html" href="{story.url}"/></itemMeta><contentMeta>{names}'
        f"<headline>{escape(story.headline)}</headline></contentMeta><contentSet><inlineXML><html><body>"
        f"{story.fragment}</body></html></inlineXML></contentSet></newsItem>"
    )


def _feed_day(published: str) -> str:
    moment = datetime.fromisoformat(published)
    return f"<pubDate>{format_datetime(moment)}</pubDate>" if moment.tzinfo else f"<dc:date>{published}</dc:date>"
