from datetime import UTC, date, datetime

import pytest

from tests.unit.extract.conftest import ReadBytes

STORY = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE nitf SYSTEM "http://nowhere.example/nitf-3-4.dtd">
<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" xml:lang="en-GB">
 <head><docdata><doc-id regsrc="tarn" id-string="tarn-77"/><date.issue norm="20250304T233000-0500"/></docdata>
 <pubdata name="Tarn Courier"/></head>
 <body><body.head>
  <hedline><hl1>Harbour opens <em>again</em></hl1><hl2>Cranes are still down</hl2></hedline>
  <byline>By <person>Ann Lee</person><byttl>Staff writer</byttl></byline>
  <dateline><location>TARN</location> (TNA)</dateline>
 </body.head><body.content>
  <block><p>The port of Tarn opened&nbsp;again.<br/>Ferries sail.</p><hl2>Cranes</hl2><p>Three are down.</p>
  <media media-type="image"><media-reference source="a.jpg">a.jpg</media-reference>
   <media-caption>The port on Monday</media-caption><media-producer>Bo Berg</media-producer></media></block>
 </body.content></body>
</nitf>"""


def test_article(read_bytes: ReadBytes) -> None:
    extraction = read_bytes("a.xml", STORY.encode())

    article = extraction.articles.row(0, named=True)
    assert article["source_id"] == "tarn:tarn-77"
    assert (article["headline"], article["publisher_name"]) == ("Harbour opens again", "Tarn Courier")
    assert article["byline"] == "Ann Lee"
    assert article["published_at"] == datetime(2025, 3, 5, 4, 30, tzinfo=UTC)
    assert (article["published_date"], article["language_code"]) == (date(2025, 3, 4), "en")
    assert [
        (block["paragraph_type"], article["text"][block["char_start"] : block["char_end"]])
        for block in extraction.paragraphs.iter_rows(named=True)
    ] == [
        ("headline", "Harbour opens again"),
        ("other", "Cranes are still down"),
        ("dateline", "TARN (TNA)"),
        ("body", "The port of Tarn opened again.\nFerries sail."),
        ("heading", "Cranes"),
        ("body", "Three are down."),
        ("caption", "The port on Monday"),
        ("credit", "Bo Berg"),
    ]


BOMB = """<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>"""


@pytest.mark.parametrize("template", ["<nitf><body>{}</body></nitf>", "<newsItem>{}</newsItem>", "<rss>{}</rss>"])
@pytest.mark.parametrize(
    ("prolog", "content", "error_code"),
    [
        pytest.param(BOMB, "&d;", "xml_entities", id="bomb"),
        pytest.param("<!-- " + "x" * 70_000 + " -->" + BOMB, "&d;", "xml_entities", id="bomb behind a long comment"),
        pytest.param('<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;", "xml_entities", id="file"),
        pytest.param('<!DOCTYPE nitf [<!ENTITY x SYSTEM "http://x.example/">]>', "&x;", "xml_entities", id="address"),
        pytest.param('<!DOCTYPE nitf [<!ENTITY % x SYSTEM "x.dtd">%x;]>', "", "xml_entities", id="parameter entity"),
        pytest.param(
            "<?xml version='1.0' encoding='utf-7'?>" + BOMB.replace("<", "+ADw-"), "", "malformed", id="UTF-7"
        ),
    ],
)
def test_entities(read_bytes: ReadBytes, template: str, prolog: str, content: str, error_code: str) -> None:
    extraction = read_bytes("a.xml", (prolog + template.format(content)).encode())

    assert extraction.articles.height == 0
    assert extraction.rejects["error_code"].to_list() in ([error_code], ["unsupported_format"])


@pytest.mark.parametrize("content", [b"<nitf><body>", b"<nitf>&unknown;</nitf>", b"<nitf" + b" a" * 9])
def test_broken_xml(read_bytes: ReadBytes, content: bytes) -> None:
    assert read_bytes("a.xml", b"<?xml version='1.0'?>" + content).rejects["error_code"][0] in (
        "malformed",
        "unsupported_format",
    )


def test_bytes_are_those_of_the_declared_encoding(read_bytes: ReadBytes) -> None:
    story = STORY.replace("utf-8", "iso-8859-1").replace("&nbsp;", " é ")

    assert "opened é again" in read_bytes("a.xml", story.encode("iso-8859-1")).articles["text"][0]
