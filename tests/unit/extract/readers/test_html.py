from datetime import UTC, date, datetime

import pytest

from tests.unit.extract.readers.conftest import ReadFile

STORY = """<h1>Ferry sinks in calm water</h1>
<figure><img src="f.jpg"><figcaption>The ferry on Monday.<span class="credit">Bo Chen</span></figcaption></figure>
<p>NORTHWICK — The ferry Aurora went down on Monday in water as flat as a table, the port said, and nobody was hurt.</p>
<h2>A hole in the hull</h2>
<p>“We heard a bang and then we heard nothing,” said Captain Ruth Aalto, who has sailed for thirty years.</p>
<figure><img src="g.jpg"><figcaption>Captain Aalto ashore.</figcaption></figure>
<ul><li>The Aurora was built in 1971 in Turku.</li><li>It carried eighty people and a goat.</li></ul>
<p>The port will raise the ship in April, its harbour master said, if the weather and the goat allow it.</p>"""

CZECH = STORY.replace("Aalto", "Dvořák")


def page(head: str = "", story: str = STORY, html: str = "<html>") -> str:
    return f"""<!DOCTYPE html>{html}<head>{head}</head><body>
    <nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article>{story}</article>
    <aside><h3>More stories</h3>
    <ul><li><a href="/x"><figure><img><figcaption>Ten ships</figcaption></figure></a></li></ul></aside>
    <div id="comments" class="comments"><p>First comment: I have never liked ferries at all.</p></div>
    </body></html>"""


def test_text_is_that_of_the_article_with_captions_where_they_stand(read_file: ReadFile) -> None:
    extraction = read_file("a.html", page())

    text = extraction.articles["text"].item()
    blocks = extraction.paragraphs.select("paragraph_type", "char_start", "char_end").rows()
    assert [(kind, text[start:end][:12]) for kind, start, end in blocks] == [
        ("headline", "Ferry sinks "),
        ("caption", "The ferry on"),
        ("credit", "Bo Chen"),
        ("body", "NORTHWICK — "),
        ("heading", "A hole in th"),
        ("body", "“We heard a "),
        ("caption", "Captain Aalt"),
        ("list_item", "The Aurora w"),
        ("list_item", "It carried e"),
        ("body", "The port wil"),
    ]
    assert not any(word in text for word in ("Home", "Sport", "More stories", "Ten ships", "comment"))


JSON_LD = """<script type="application/ld+json">[{"@type": "WebSite", "name": "x"}, {"@graph": [
  {"@type": ["ReportageNewsArticle"], "headline": "Ferry sinks", "author": [{"@id": "#ann"}, {"name": "Bo Chen"}],
   "publisher": {"@type": "Organization", "name": "Tideway Post"}, "datePublished": "2026-03-04T08:00:00+00:00",
   "dateModified": "2026-03-05T08:00:00Z", "url": "https://tideway.example/ferry", "inLanguage": "en-GB"},
  {"@type": "Person", "@id": "#ann", "name": "Ann Lee"}]}]</script>"""
META = """<meta property="og:title" content="Ferry sinks"><meta name="author" content="Ann Lee, Bo Chen">
  <meta property="og:site_name" content="Tideway Post">
  <meta property="article:published_time" content="2026-03-04T08:00Z">
  <meta property="article:modified_time" content="2026-03-05T08:00:00Z"><meta property="og:locale" content="en_GB">
  <link rel="canonical" href="https://tideway.example/ferry">"""
ELEMENTS = """<meta itemprop="datePublished" content="2026-03-04T08:00Z"><meta name="publisher" content="Tideway Post">
  <meta name="last-modified" content="2026-03-05T08:00Z"><meta property="og:url" content="https://tideway.example/ferry">
  <title>Ferry sinks</title>"""


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(page(JSON_LD), id="JSON-LD"),
        pytest.param(page('<script type="application/ld+json">{"broken": </script>' + META), id="OpenGraph and meta"),
        pytest.param(
            page(ELEMENTS, STORY.replace("</h1>", "</h1><p class='byline'>Ann Lee, Bo Chen</p>"), '<html lang="en">')
            .replace("<h1>Ferry sinks in calm water", "<h1>Ferry sinks"),
            id="elements",
        ),
    ],
)  # fmt: skip
def test_metadata(read_file: ReadFile, document: str) -> None:
    article = read_file("a.html", document).articles.row(0, named=True)

    assert article["headline"] == "Ferry sinks"
    assert article["byline"] == "Ann Lee, Bo Chen"
    assert article["publisher_name"] == "Tideway Post"
    assert article["url"] == article["source_id"] == "https://tideway.example/ferry"
    assert article["published_at"] == datetime(2026, 3, 4, 8, tzinfo=UTC)
    assert article["updated_at"] == datetime(2026, 3, 5, 8, tzinfo=UTC)
    assert article["language_code"] == "en"
    assert article["text"].startswith("Ferry sinks\n\nThe ferry on Monday.")


def test_day_without_time_stays_a_day(read_file: ReadFile) -> None:
    article = read_file("a.html", page('<meta name="date" content="2026-03-04">')).articles.row(0, named=True)

    assert (article["published_at"], article["published_date"]) == (None, date(2026, 3, 4))


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        pytest.param(page('<meta charset="windows-1250">', CZECH).encode("cp1250"), "cp1250", id="meta"),
        pytest.param(page("", CZECH).encode("utf-16"), "utf-16", id="byte order mark"),
        pytest.param(page('<meta charset="ascii">', CZECH).encode(), "utf-8", id="wrong meta"),
    ],
)
def test_encoding(read_file: ReadFile, content: bytes, encoding: str) -> None:
    article = read_file("a.html", content).articles.row(0, named=True)

    assert "Captain Ruth Dvořák" in article["text"]
    assert article["source_encoding"] == encoding


@pytest.mark.parametrize(
    ("document", "code"),
    [
        pytest.param("<html><body><nav><ul><li><a href='/'>Home</a></ul></nav></body></html>", "no_article", id="menu"),
        pytest.param(page(JSON_LD, "<h1>Ferry sinks</h1><p>Watch the film.</p>"), "no_article", id="film"),
        pytest.param("<html></html>", "no_article", id="nothing"),
        pytest.param("<html>" + "<div>" * 100_000, "too_complex", id="deep"),
    ],
)
def test_page_without_article_is_rejected(read_file: ReadFile, document: str, code: str) -> None:
    extraction = read_file("a.html", document)

    assert extraction.articles.height == 0
    assert extraction.rejects["error_code"].to_list() == [code]
