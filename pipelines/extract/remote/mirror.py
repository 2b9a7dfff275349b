"""Bring the mirrors of all inboxes elsewhere up to date."""

import hashlib
from collections.abc import Sequence, Set
from pathlib import Path

import polars as pl

from pipelines.extract.inbox import InboxListing, list_inboxes
from pipelines.extract.limits import Limits
from pipelines.extract.rejects import rejects_frame
from pipelines.extract.remote.addresses import STORE_SCHEMES, WEB_SCHEMES, scheme_of
from pipelines.extract.remote.fetch import Guest, open_client
from pipelines.extract.remote.stores import mirror_store
from pipelines.extract.remote.web import mirror_pages
from pipelines.schemas.working import InboxFiles


def list_all(
    inboxes: Sequence[str], mirrors: Path, limits: Limits, seconds: float, forgotten: Set[str]
) -> InboxListing:
    """List the files of all inboxes; those elsewhere are mirrored first.

    Args:
        inboxes: Folders and addresses.
        mirrors: Folder of the mirrors, one folder each.
        limits: How much a page may hold.
        seconds: Least time between two requests to one host.
        forgotten: Keys of articles that were withdrawn.
    """
    with open_client() as client:
        guest = Guest(client, seconds, limits.article_bytes)
        pages = [
            mirror_pages(inbox, _mirror_of(inbox, mirrors), guest, forgotten)
            for inbox in inboxes
            if scheme_of(inbox) in WEB_SCHEMES
        ]
    rejects = [row for inbox in inboxes if scheme_of(inbox) in STORE_SCHEMES for row in _mirror_store(inbox, mirrors)]
    folders = [
        Path(inbox) if scheme_of(inbox) is None else _mirror_of(inbox, mirrors)
        for inbox in inboxes
        if scheme_of(inbox) not in WEB_SCHEMES
    ]
    listed = list_inboxes(folders)
    files = pl.concat([listed.files, *(found.files for found in pages)]).unique("file_uri", keep="first")
    rows = [row for found in (listed, *pages) for row in found.rejects.iter_rows(named=True)]
    return InboxListing(InboxFiles.validate(files).sort("file_uri"), rejects_frame([*rows, *rejects]))


def _mirror_store(inbox: str, mirrors: Path) -> list[dict[str, str | None]]:
    folder = _mirror_of(inbox, mirrors)
    folder.mkdir(parents=True, exist_ok=True)
    return mirror_store(inbox, folder)


def _mirror_of(inbox: str, mirrors: Path) -> Path:
    return mirrors / hashlib.sha256(inbox.encode()).hexdigest()[:16]
