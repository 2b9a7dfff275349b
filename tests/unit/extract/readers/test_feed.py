from datetime import UTC, date, datetime

import pytest

from tests.unit.extract.conftest import ReadBytes

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Tarn Courier</title><link>https://tarn.example/</link><language>en-gb</language>
<item><title>Harbour &amp;amp; port</title><link>https://tarn.example/1</link><guid isPermaLink="false">1</guid>
 <dc:creator>Ann Lee</dc:creator><pubDate>Tue, 04 Mar 2025 23:30:00 -0500</pubDate><description>It opened.</description>
 <content:encoded><![CDATA[
 <p>The port of Tarn opened again.</p><h2>Cranes</h2><p>Three are down.</p>]]></content:encoded>
</item>
<item><title>Rain</title><guid>https://tarn.example/2</guid>
 <description>It rains in Tarn &amp;amp; Fell.</description></item>
<item><title>Nothing below</title><link>https://tarn.example/3</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Tarn Courier</title>
<entry><id>tag:tarn.example,2025:7</id><title>Rain</title><link href="https://tarn.example/7"/>
<author><name>Ann Lee</name></author><author><name>Bo Berg</name></author>
<published>2025-03-04T08:00:00Z</published><updated>2025-03-05T08:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It rains in Tarn.</p></div>
</content></entry></feed>"""


def test_items_of_rss(read_bytes: ReadBytes) -> None:
    extraction = read_bytes("a.xml", RSS.encode())

    first, second = extraction.articles.iter_rows(named=True)
    assert (first["source_uri"], first["source_id"], first["url"]) == ("a.xml#1", *["https://tarn.example/1"] * 2)
    assert (first["headline"], first["byline"]) == ("Harbour & port", "Ann Lee")
    assert (first["publisher_name"], first["language_code"]) == ("Tarn Courier", "en")
    assert (first["published_at"], first["published_date"]) == (
        datetime(2025, 3, 5, 4, 30, tzinfo=UTC),
        date(2025, 3, 4),
    )
    assert first["text"] == "Harbour & port\n\nThe port of Tarn opened again.\n\nCranes\n\nThree are down."
    assert (second["text"], second["url"]) == ("Rain\n\nIt rains in Tarn & Fell.", "https://tarn.example/2")
    assert extraction.rejects.select("source_uri", "error_code").rows() == [("a.xml#3", "blank")]


def test_entries_of_atom(read_bytes: ReadBytes) -> None:
    article = read_bytes("a.xml", ATOM.encode()).articles.row(0, named=True)

    assert (article["source_format"], article["source_id"]) == ("atom", "tag:tarn.example,2025:7")
    assert (article["byline"], article["text"]) == ("Ann Lee, Bo Berg", "Rain\n\nIt rains in Tarn.")
    assert article["updated_at"] == datetime(2025, 3, 5, 8, tzinfo=UTC)


def test_feed_that_breaks_off(read_bytes: ReadBytes) -> None:
    extraction = read_bytes("a.xml", RSS.partition("<item><title>Nothing")[0].encode())

    assert extraction.articles.height == 2
    assert extraction.rejects.select("source_uri", "error_code").rows() == [("a.xml", "malformed")]


def test_feed_without_entries(read_bytes: ReadBytes) -> None:
    extraction = read_bytes("a.xml", b"<rss version='2.0'><channel><title>Tarn</title></channel></rss>")

    assert (extraction.articles.height, extraction.rejects.height) == (0, 0)


@pytest.mark.parametrize("name", ["/etc/hostname", "https://tarn.example/feed"])
def test_content_that_is_a_name_is_not_opened(read_bytes: ReadBytes, name: str) -> None:
    rejects = read_bytes("a.xml", f"<rss>{name}</rss>".encode()).rejects

    assert rejects.height == 0
