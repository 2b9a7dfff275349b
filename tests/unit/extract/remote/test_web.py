from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.extract.identity import canonical_id
from pipelines.extract.inbox import InboxListing
from pipelines.extract.remote.fetch import USER_AGENT, Guest, open_client
from pipelines.extract.remote.links import links_in
from pipelines.extract.remote.web import mirror_pages
from pipelines.ids import article_id
from tests.unit.extract.remote.site import Site, served

FEED = (
    '<rss version="2.0"><channel><title>Tarn Post</title>'
    "<item><link>{0}/ferry</link></item><item><link>{0}/bridge</link></item></channel></rss>"
)
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/ferry"/></entry></feed>'
SITEMAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{0}/ferry</loc></url></urlset>'


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as site:
        site.publish(ferry="The ferry stays in port.", bridge="The bridge is safe.")
        site.publish(feed=FEED.format(site.address))
        yield site


def mirror(site: Site, folder: Path, *, page: str = "feed", limit: int = 1000, gone: str = "") -> InboxListing:
    forgotten = {article_id(canonical_id(f"{site.address}/{gone}"))} if gone else set()
    with open_client() as client:
        return mirror_pages(f"{site.address}/{page}", folder, Guest(client, 0.0, limit), forgotten)


def pages(listing: InboxListing, site: Site) -> dict[str, bytes]:
    """Content of the mirrored files by the end of their address."""
    return {
        uri.removeprefix(site.address): Path(path).read_bytes()
        for uri, path in listing.files.select("file_uri", "path").iter_rows()
    }


def reject_codes(listing: InboxListing) -> list[str]:
    return listing.rejects["error_code"].to_list()


def test_pages_of_a_feed(site: Site, tmp_path: Path) -> None:
    listing = mirror(site, tmp_path)

    assert pages(listing, site) == {"/bridge": b"The bridge is safe.", "/ferry": b"The ferry stays in port."}
    assert site.agents == {USER_AGENT}


def test_only_what_has_changed_is_fetched_again(site: Site, tmp_path: Path) -> None:
    before = mirror(site, tmp_path)
    site.publish(bridge="The bridge is closed.")
    site.asked.clear()

    after = mirror(site, tmp_path)

    assert site.fetched == ["/feed", "/bridge"]
    assert pages(after, site)["/bridge"] == b"The bridge is closed."
    unchanged = [listing.files.filter(listing.files["file_uri"].str.ends_with("ferry")) for listing in (before, after)]
    assert unchanged[0].equals(unchanged[1])


def test_page_that_left_its_feed_stays(site: Site, tmp_path: Path) -> None:
    mirror(site, tmp_path)
    site.publish(feed=FEED.format(site.address).replace("bridge", "tunnel"), tunnel="The tunnel is open.")

    assert sorted(pages(mirror(site, tmp_path), site)) == ["/bridge", "/ferry", "/tunnel"]


def test_site_that_says_no(site: Site, tmp_path: Path) -> None:
    site.pages["/robots.txt"] = (200, b"User-agent: *\nDisallow: /bridge\n")

    listing = mirror(site, tmp_path)

    assert sorted(pages(listing, site)) == ["/ferry"]
    assert reject_codes(listing) == ["robots_disallowed"]
    assert "/bridge" not in site.fetched


def test_rules_that_cannot_be_had_allow_nothing(site: Site, tmp_path: Path) -> None:
    site.pages["/robots.txt"] = (500, b"")

    assert reject_codes(mirror(site, tmp_path)) == ["robots_disallowed"]
    assert site.fetched == []


@pytest.mark.parametrize(
    ("status", "code"), [pytest.param(404, "http_error", id="gone"), pytest.param(503, "http_error", id="busy")]
)
def test_page_that_cannot_be_had_costs_itself_and_keeps_its_copy(
    site: Site, tmp_path: Path, status: int, code: str
) -> None:
    mirror(site, tmp_path)
    site.pages["/bridge"] = (status, b"")

    listing = mirror(site, tmp_path)

    assert sorted(pages(listing, site)) == ["/bridge", "/ferry"]
    assert reject_codes(listing) == [code]


def test_busy_site_is_left_alone(site: Site, tmp_path: Path) -> None:
    site.pages["/ferry"] = (429, b"")

    listing = mirror(site, tmp_path)

    assert reject_codes(listing) == ["unreachable", "http_error"]
    assert "/bridge" not in site.fetched


def test_site_that_is_away_leaves_what_was_fetched(site: Site, tmp_path: Path) -> None:
    before = mirror(site, tmp_path)
    with open_client() as client:
        away = mirror_pages("http://127.0.0.1:1/feed", tmp_path, Guest(client, 0.0, 1000), set())

    assert away.files["file_uri"].to_list() == before.files["file_uri"].to_list()
    assert reject_codes(away) == ["unreachable"]


def test_page_that_is_too_large(site: Site, tmp_path: Path) -> None:
    site.publish(bridge="x" * 1001)

    assert reject_codes(mirror(site, tmp_path)) == ["too_large"]


def test_withdrawn_page_is_removed_and_not_fetched_again(site: Site, tmp_path: Path) -> None:
    before = mirror(site, tmp_path)
    site.asked.clear()

    after = mirror(site, tmp_path, gone="bridge")

    assert sorted(pages(after, site)) == ["/ferry"]
    assert not any(Path(path).exists() for path in set(before.files["path"]) - set(after.files["path"]))
    assert "/bridge" not in [path for path, _ in site.asked]


def test_single_page(site: Site, tmp_path: Path) -> None:
    site.publish(story="<html><body>Rain.</body></html>")

    assert pages(mirror(site, tmp_path, page="story"), site) == {"/story": b"<html><body>Rain.</body></html>"}


@pytest.mark.parametrize(
    ("content", "links"),
    [
        pytest.param(ATOM, ["http://tarn.example/ferry"], id="relative link of an Atom feed"),
        pytest.param(SITEMAP.format("http://tarn.example"), ["http://tarn.example/ferry"], id="sitemap"),
        pytest.param("# ours\nhttp://tarn.example/a\n\nhttp://tarn.example/a\n", ["http://tarn.example/a"], id="lines"),
        pytest.param("<html><body><a href='/a'>a</a></body></html>", None, id="page"),
        pytest.param("It rains.\nIt pours.", None, id="text"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_lists_of_every_kind(content: str, links: list[str] | None) -> None:
    assert links_in(content.encode(), "http://tarn.example/list") == links


def test_requests_to_one_host_keep_their_distance(site: Site) -> None:
    site.pages["/robots.txt"] = (200, b"User-agent: *\nCrawl-delay: 7\n")
    now, waits = [0.0], []

    def sleep(seconds: float) -> None:
        waits.append(seconds)
        now[0] += seconds

    with open_client() as client:
        guest = Guest(client, 2.0, 1000, clock=lambda: now[0], sleep=sleep)
        for page in ("ferry", "bridge", "ferry"):
            guest.fetch(f"{site.address}/{page}")

    assert waits == [0.0, 2.0, 7.0, 7.0]
