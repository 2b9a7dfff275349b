"""Which articles are one: by the source's own id, and of several versions the latest."""

from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import polars as pl

TRACKING_PARAMETERS = ("fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "utm_")
"""Parts of a web address that tell by which link a reader came, or their beginnings; they name no other page."""

DEFAULT_PORTS = {"http": 80, "https": 443}


class Versions(NamedTuple):
    """Articles in their latest version, and the versions before: both as ``SourceArticles``, sorted by key."""

    latest: pl.DataFrame
    superseded: pl.DataFrame


def canonical_id(source_id: str) -> str:
    """One form for all ways to write a web address; other ids stay as they are.

    Scheme and host in lower case, ``http`` for ``https``, no default port, fragment, tracking parameter or slash at
    the end.
    """
    try:
        parts = urlsplit(source_id.strip())
        port = parts.port
    except ValueError:
        return source_id
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname:
        return source_id
    is_default = port in (None, DEFAULT_PORTS[parts.scheme])
    host = parts.hostname if is_default else f"{parts.hostname}:{port}"
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode([pair for pair in pairs if not pair[0].lower().startswith(TRACKING_PARAMETERS)])
    return urlunsplit(("http", host, parts.path.rstrip("/"), query, ""))


def part_versions(articles: pl.DataFrame) -> Versions:
    """Part articles into latest versions and those before.

    The later version is the one that its source says was changed, else published, later; where it says neither, the
    one whose ``source_uri`` comes last.

    Args:
        articles: As the schema ``SourceArticles``.
    """
    changed_at = pl.coalesce("updated_at", "published_at", pl.col("published_date").cast(pl.Datetime("us", "UTC")))
    in_order = articles.with_columns(changed_at=changed_at).sort("changed_at", "source_uri", nulls_last=False)
    latest = in_order.unique("article_id", keep="last", maintain_order=True).drop("changed_at").sort("source_uri")
    return Versions(latest, articles.join(latest, on="source_uri", how="anti").sort("source_uri"))
