"""Mirror the pages that a feed, a sitemap or a list names into a folder."""

import hashlib
from collections.abc import Set
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl

from pipelines.extract.identity import canonical_id
from pipelines.extract.inbox import InboxListing
from pipelines.extract.rejects import RejectedInputError, reject_row, rejects_frame
from pipelines.extract.remote.fetch import Guest, Known
from pipelines.extract.remote.links import links_in
from pipelines.ids import article_id
from pipelines.schemas.working import InboxFiles, MirroredPages
from pipelines.stages import write_parquet

INDEX = "pages.parquet"


def mirror_pages(inbox: str, folder: Path, guest: Guest, forgotten: Set[str]) -> InboxListing:
    """Fetch what is new or changed; what was fetched before stays, also when its list names it no more.

    Args:
        inbox: Address of a feed, a sitemap, a list of addresses, or a single page.
        folder: Where this inbox is mirrored.
        guest: Fetches the pages.
        forgotten: Keys of articles that were withdrawn: their pages are not fetched, and removed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pages = {row["url"]: row for row in _index(folder).iter_rows(named=True)}
    rejects: list[dict[str, str | None]] = []
    try:
        links = _links(inbox, guest)
    except RejectedInputError as reason:
        links, rejects = [], [reject_row(inbox, inbox, reason)]
    for link in [link for link in (*links, *pages) if _is_forgotten(link, forgotten)]:
        pages.pop(link, None)
        (folder / _file_name(link)).unlink(missing_ok=True)
    for link in (link for link in links if not _is_forgotten(link, forgotten)):
        try:
            pages[link] = _fetch(link, pages.get(link), folder, guest)
        except RejectedInputError as reason:
            rejects.append(reject_row(link, link, reason))
    index = pl.DataFrame(list(pages.values()), schema=MirroredPages.create_empty().schema)
    write_parquet(MirroredPages.validate(index).sort("url"), folder / INDEX)
    return InboxListing(_files(inbox, folder, index), rejects_frame(rejects))


def _index(folder: Path) -> pl.DataFrame:
    path = folder / INDEX
    return pl.read_parquet(path, glob=False) if path.exists() else MirroredPages.create_empty()


def _links(inbox: str, guest: Guest) -> list[str]:
    """The list is fetched anew each time, as it is small; an inbox that is no list is the one page."""
    content = guest.fetch(inbox).content
    links = links_in(content or b"", inbox)
    return [inbox] if links is None else links


def _fetch(link: str, before: dict[str, Any] | None, folder: Path, guest: Guest) -> dict[str, Any]:
    """Fetch a page that is new or newer; one that says the same keeps its file and its time."""
    known = Known(before["etag"], before["last_modified"]) if before else Known()
    fetched = guest.fetch(link, known)
    if before and fetched.content is None:
        return before
    content = fetched.content or b""
    sha256 = hashlib.sha256(content).hexdigest()
    row = {"url": link, "etag": fetched.known.etag, "last_modified": fetched.known.last_modified}
    if before and before["content_sha256"] == sha256:
        return before | row
    name = _file_name(link)
    aside = folder / f".{name}.new"
    aside.write_bytes(content)
    aside.replace(folder / name)
    return row | {"file_name": name, "content_sha256": sha256, "fetched_at": datetime.now(UTC)}


def _is_forgotten(link: str, forgotten: Set[str]) -> bool:
    return article_id(canonical_id(link)) in forgotten


def _file_name(link: str) -> str:
    return hashlib.sha256(link.encode()).hexdigest()


def _files(inbox: str, folder: Path, index: pl.DataFrame) -> pl.DataFrame:
    rows = []
    for url, file_name in index.select("url", "file_name").iter_rows():
        path = folder / file_name
        status = path.stat()
        times = {"byte_size": status.st_size, "modified_at": status.st_mtime_ns}
        rows.append({"file_uri": url, "inbox": inbox, "path": str(path)} | times)
    return InboxFiles.validate(pl.DataFrame(rows, schema=InboxFiles.create_empty().schema)).sort("file_uri")
