"""Follow what people have corrected of who is who."""

import polars as pl

from pipelines.transform.resolve.namesakes import LOCAL_KEY
from pipelines.transform.resolve.overrides import PersonLinks


def override_bearers(bearers: pl.DataFrame, named: pl.DataFrame, links: PersonLinks) -> pl.DataFrame:
    """Join and part the people of articles as corrections say.

    Args:
        bearers: People of articles with the number of their ``bearer``.
        named: All people of articles, also those of whom nobody could tell who they are; the other columns of
            ``bearers``.
        links: The corrections.

    Returns:
        ``bearers`` with those who were joined or parted, and ``by_override`` true where a name was given to another
        person; people who are parted from a namesake keep their own name.
    """
    if links.same.is_empty() and links.apart.is_empty():
        return bearers.with_columns(by_override=pl.lit(None, pl.Boolean))
    moved = _joined(bearers, named, links.same)
    kept = bearers.with_columns(by_override=pl.lit(None, pl.Boolean)).join(moved, on=LOCAL_KEY, how="anti")
    return _parted(pl.concat([kept, moved], how="diagonal"), links.apart)


def _joined(bearers: pl.DataFrame, named: pl.DataFrame, same: pl.DataFrame) -> pl.DataFrame:
    """The people of articles who are somebody else than their name says, with the bearer of the name they are given.

    Of several bearers of that name, the one of most articles; a name that nobody bears joins nothing.
    """
    targets = (
        bearers.group_by(target_name="person_name", target="bearer")
        .len()
        .sort("target_name", "len", "target", descending=[False, True, False])
        .unique("target_name", keep="first", maintain_order=True)
    )
    return (
        named.join(same.select(*LOCAL_KEY, "target_name"), on=LOCAL_KEY, validate="1:1")
        .join(targets.select("target_name", bearer="target"), on="target_name", validate="m:1")
        .drop("target_name")
        .with_columns(by_override=pl.lit(value=True))
    )


def _parted(bearers: pl.DataFrame, apart: pl.DataFrame) -> pl.DataFrame:
    """Give people whom their article names alike a bearer of their own; those parted from one article stay together."""
    group = pl.struct("bearer", "other_article").rank("dense").cast(pl.Int64)
    parted = bearers.join(apart.select(*LOCAL_KEY, "other_article"), on=LOCAL_KEY).with_columns(new_bearer=group)
    return (
        bearers.join(parted.select(*LOCAL_KEY, "new_bearer"), on=LOCAL_KEY, how="left", validate="1:1")
        .with_columns(
            bearer=pl.coalesce(pl.col("bearer").max() + pl.col("new_bearer"), "bearer"),
            by_lone_name=pl.when(pl.col("new_bearer").is_null()).then("by_lone_name"),
        )
        .drop("new_bearer")
    )
