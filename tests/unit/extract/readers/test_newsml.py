from datetime import UTC, datetime

from tests.unit.extract.conftest import ReadBytes

MESSAGE = """<?xml version="1.0"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>
 <packageItem guid="p"><groupSet root="g"><group id="g">
  <itemRef residref="urn:tarn:1"/><itemRef residref="urn:tarn:pic"/>
 </group></groupSet></packageItem>
 <newsItem guid="urn:tarn:1" version="3" xml:lang="en-US">
  <itemMeta><itemClass qcode="ninat:text"/><provider qcode="x:tna"><name>Tarn News Agency</name></provider>
   <versionCreated>2025-03-05T10:00:00Z</versionCreated><firstCreated>2025-03-04T08:00:00Z</firstCreated>
   <pubStatus qcode="stat:usable"/></itemMeta>
  <contentMeta><headline>Harbour opens again</headline><by>By Ann Lee</by><dateline>TARN, March 4 (TNA)</dateline>
   <creditline>TNA</creditline><language tag="en-US"/></contentMeta>
  <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
   <head><title>t</title></head><body><p>The port of Tarn opened again.</p><h2>Cranes</h2><p>Three are down.</p></body>
  </html></inlineXML></contentSet></newsItem>
 <newsItem guid="urn:tarn:2"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta><headline>Rain</headline>
  <creator><name>Bo Berg</name></creator></contentMeta>
  <contentSet><inlineXML><nitf><body><body.content><p>It rains in Tarn.</p></body.content></body></nitf></inlineXML>
  </contentSet></newsItem>
 <newsItem guid="urn:tarn:3"><contentMeta><headline>Snow</headline></contentMeta>
  <contentSet><inlineData contenttype="text/plain">It snows in Tarn.

It thaws.</inlineData></contentSet></newsItem>
 <newsItem guid="urn:tarn:4"><contentSet><inlineData contenttype="text/html">&lt;p&gt;It thaws.&lt;/p&gt;</inlineData>
  </contentSet></newsItem>
 <newsItem guid="urn:tarn:5"><contentSet><remoteContent href="a.txt"/></contentSet></newsItem>
 <newsItem guid="urn:tarn:6"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta></newsItem>
 <newsItem guid="urn:tarn:pic"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta>
  <description role="drol:caption">The port on Monday</description><creditline>Cy Dahl</creditline></contentMeta>
 </newsItem></itemSet></newsMessage>"""


def test_items_of_a_message(read_bytes: ReadBytes) -> None:
    extraction = read_bytes("a.xml", MESSAGE.encode())

    first, *others = extraction.articles.iter_rows(named=True)
    assert (first["source_id"], first["source_uri"]) == ("urn:tarn:1", "a.xml#2")
    assert (first["publisher_name"], first["byline"]) == ("Tarn News Agency", "By Ann Lee")
    assert first["published_at"] == datetime(2025, 3, 4, 8, tzinfo=UTC)
    assert first["updated_at"] == datetime(2025, 3, 5, 10, tzinfo=UTC)
    assert first["language_code"] == "en"
    assert [article["text"] for article in others] == [
        "Rain\n\nIt rains in Tarn.",
        "Snow\n\nIt snows in Tarn.\n\nIt thaws.",
        "It thaws.",
    ]
    assert others[0]["byline"] == "Bo Berg"
    assert extraction.rejects.select("source_uri", "error_code").rows() == [
        ("a.xml#6", "blank"),
        ("a.xml#7", "not_usable"),
    ]
    assert extraction.files["skipped_count"].to_list() == [2]


def test_blocks_and_captions_of_an_item(read_bytes: ReadBytes) -> None:
    extraction = read_bytes("a.xml", MESSAGE.encode())

    text = extraction.articles["text"][0]
    blocks = extraction.paragraphs.filter(source_uri="a.xml#2").iter_rows(named=True)
    assert [(block["paragraph_type"], text[block["char_start"] : block["char_end"]]) for block in blocks] == [
        ("headline", "Harbour opens again"),
        ("dateline", "TARN, March 4 (TNA)"),
        ("body", "The port of Tarn opened again."),
        ("heading", "Cranes"),
        ("body", "Three are down."),
        ("caption", "The port on Monday"),
        ("credit", "Cy Dahl"),
    ]


def test_item_that_stands_alone(read_bytes: ReadBytes) -> None:
    start = MESSAGE.index('<newsItem guid="urn:tarn:2"')
    item = MESSAGE[start : MESSAGE.index("</newsItem>", start)] + "</newsItem>"

    articles = read_bytes("a.xml", item.encode()).articles

    assert articles.select("source_uri", "source_id", "source_format").rows() == [("a.xml", "urn:tarn:2", "newsml-g2")]
