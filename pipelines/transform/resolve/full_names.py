"""Tell whom full names mean: names that no spelling ties to others are decided apart, so that few are decided anew."""

from collections import Counter, defaultdict
from collections.abc import Iterator

import polars as pl

from pipelines.transform.person_names import NameForm
from pipelines.transform.resolve.bearers import NamedPerson, join_names, kin_keys
from pipelines.transform.resolve.chains import components
from pipelines.transform.resolve.memory import NO_MEMORY, Memory
from pipelines.transform.resolve.namesakes import (
    LOCAL_KEY,
    Appearance,
    evidence_of_roles,
    tell_namesakes_apart,
    tells_of_a_walk_of_life,
)

FORM_COLUMNS = ["given_form", "middle_form", "family_form", "suffix_form"]
TYPICAL_SHARE = 0.1

_NAMED = ["form_hash", "namesake"]
_ROW = [*LOCAL_KEY, "roles_digest"]


def bearers_of_full_names(named: pl.DataFrame, roles: pl.DataFrame, memory: Memory = NO_MEMORY) -> pl.DataFrame:
    """Number the people whom full names mean, joined as in `join_names` and `tell_namesakes_apart`.

    Args:
        named: People of articles by full name; reads ``LOCAL_KEY``, ``FORM_COLUMNS``, ``form_hash`` and ``name_hash``.
        roles: Roles of people of articles; reads ``LOCAL_KEY``, ``role_text`` and ``organization_id``.
        memory: Remembers who bears the names that may be one person's.

    Returns:
        The rows of ``named`` with ``bearer``, but for those of whom nobody can tell which namesake is meant.
    """
    forms = named.select("form_hash", *FORM_COLUMNS).unique("form_hash")
    numbered = named.with_row_index("row")
    known = numbered.select("row", *LOCAL_KEY, "form_hash", "name_hash").join(
        _digests(roles, memory), on=LOCAL_KEY, how="left", validate="1:1"
    )
    labelled = known.join(_namesakes(known, roles, memory), on=LOCAL_KEY, how="left", validate="1:1").filter(
        pl.col("is_told").fill_null(value=True)
    )
    labelled = labelled.with_columns(pl.col("namesake").fill_null("")).join(
        _kindred_names(forms, memory), on="form_hash", validate="m:1"
    )
    bearers = labelled.join(_bearers(labelled, forms, roles, memory), on=_NAMED, validate="m:1").select("row", "bearer")
    return numbered.join(bearers, on="row", validate="1:1").drop("row")


def _bearers(labelled: pl.DataFrame, forms: pl.DataFrame, roles: pl.DataFrame, memory: Memory) -> pl.DataFrame:
    """``_NAMED`` and the number of the ``bearer``: of names without kin each its own."""
    hashes = labelled.select("kin", *_NAMED, digest=pl.struct(*_NAMED, *_ROW).hash())
    names = hashes.group_by("kin", *_NAMED).agg(pl.col("digest").sum())
    has_kin = pl.len().over("kin") > 1
    digests = names.filter(has_kin).group_by("kin").agg(kin_digest=pl.col("digest").sum())

    def find(missing: pl.DataFrame) -> pl.DataFrame:
        kin = digests.join(missing, on="kin_digest", how="semi")
        wanted = labelled.join(kin, on="kin", validate="m:1").join(forms, on="form_hash", validate="m:1")
        return missing.join(_joined(wanted.sort(LOCAL_KEY), roles), on="kin_digest", validate="1:1")

    joined = memory.recall("bearers_of_kindred_names", digests.select("kin_digest"), find)
    alone = names.filter(~has_kin).select(*_NAMED, kin_digest="digest", number=pl.lit(0, pl.UInt32))
    of_kin = joined.explode("rows").unnest("rows").select(alone.columns)
    return pl.concat([alone, of_kin]).select(
        *_NAMED, bearer=pl.struct("kin_digest", "number").rank("dense").cast(pl.Int64)
    )


def _joined(people: pl.DataFrame, roles: pl.DataFrame) -> pl.DataFrame:
    """Of each kin its names, as ``rows``, with the ``number`` of the one who bears each."""
    rows = [
        (number, name.form.given, " ".join(name.form.middle), name.form.family, name.form.suffix, name.namesake)
        for number, bearer in enumerate(join_names(_named_people(people, roles)))
        for name in bearer
    ]
    schema = {"number": pl.UInt32} | dict.fromkeys([*FORM_COLUMNS, "namesake"], pl.String)
    kin = people.select("kin_digest", "form_hash", *FORM_COLUMNS).unique()
    joined = pl.DataFrame(rows, schema=schema, orient="row").join(kin, on=FORM_COLUMNS, validate="m:1")
    return _nested(joined.drop(FORM_COLUMNS), "kin_digest")


def _digests(roles: pl.DataFrame, memory: Memory) -> pl.DataFrame:
    """Of each person with roles ``roles_digest``, which stands for them, and whether one ``tells`` a walk of life."""

    def find(texts: pl.DataFrame) -> pl.DataFrame:
        tells = [tells_of_a_walk_of_life(text) for text in texts["role_text"]]
        return texts.with_columns(tells=pl.Series(tells, dtype=pl.Boolean))

    texts = memory.recall("roles_that_tell", roles.select("role_text").unique(), find)
    return (
        roles.select(*LOCAL_KEY, "role_text", digest=pl.struct("role_text", "organization_id").hash())
        .join(texts, on="role_text", validate="m:1")
        .group_by(LOCAL_KEY)
        .agg(pl.col("tells").any(), roles_digest=pl.col("digest").sum())
    )


def _namesakes(known: pl.DataFrame, roles: pl.DataFrame, memory: Memory) -> pl.DataFrame:
    """``LOCAL_KEY`` and ``namesake``, the label of `tell_namesakes_apart`, of people whose name several bear.

    Names of which roles tell once at most need no look.
    """
    shared = known.filter(pl.col("tells").sum().over("name_hash") > 1)
    digests = (
        shared.select("name_hash", digest=pl.struct(_ROW).hash()).group_by("name_hash").agg(pl.col("digest").sum())
    )

    def find(missing: pl.DataFrame) -> pl.DataFrame:
        wanted = shared.join(missing, on="name_hash", how="semi").sort(LOCAL_KEY)
        labels = pl.DataFrame(list(_labels(wanted, roles)), schema=_labels_schema(known), orient="row")
        return missing.join(_nested(labels, "name_hash"), on="name_hash", how="left", validate="1:1")

    told = memory.recall("labels_of_namesakes", digests, find).select("rows").drop_nulls()
    return told.explode("rows").unnest("rows").select(*LOCAL_KEY, "namesake", is_told=pl.col("namesake").is_not_null())


def _labels(shared: pl.DataFrame, roles: pl.DataFrame) -> Iterator[tuple[int, str, int, str | None]]:
    """Name, article, number and label of the people whose name several bear."""
    evidence = evidence_of_roles(roles, shared)
    appearances: dict[int, list[Appearance]] = defaultdict(list)
    for article_id, number, name in shared.select(*LOCAL_KEY, "name_hash").iter_rows():
        words = evidence.get((article_id, number), frozenset())
        appearances[name].append(Appearance(article_id, number, words))
    for name, same_name in appearances.items():
        labels = tell_namesakes_apart(same_name)
        if any(labels.values()):
            yield from ((name, *person, label) for person, label in labels.items())


def _labels_schema(known: pl.DataFrame) -> dict[str, pl.DataType | type[pl.DataType]]:
    return {"name_hash": pl.UInt64, **{name: known.schema[name] for name in LOCAL_KEY}, "namesake": pl.String}


def _kindred_names(forms: pl.DataFrame, memory: Memory) -> pl.DataFrame:
    """``form_hash`` and ``kin``, the same for names any two of which may be one person's, directly or by others."""

    def find(missing: pl.DataFrame) -> pl.DataFrame:
        found = forms.join(missing, on="form_hash", how="semi")
        rows = found.select(FORM_COLUMNS).iter_rows()
        keys = [kin_keys(NameForm(given, tuple(middle.split()), *rest)) for given, middle, *rest in rows]
        hashes = pl.Series(keys, dtype=pl.List(pl.String)).list.eval(pl.element().hash())
        return found.select("form_hash", keys=hashes)

    known = memory.recall("kin_keys", forms.select("form_hash"), find).with_row_index("number")
    links = (
        known.select("number", "keys")
        .explode("keys")
        .select("number", original=pl.col("number").min().over("keys"))
        .filter(pl.col("number") != pl.col("original"))
        .unique()
    )
    return known.select("form_hash", kin=components(links, known.height))


def _named_people(people: pl.DataFrame, roles: pl.DataFrame) -> Iterator[NamedPerson]:
    evidence = evidence_of_roles(roles, people)
    groups = people.group_by(*FORM_COLUMNS, "namesake", maintain_order=True).agg(LOCAL_KEY)
    for given, middle, family, suffix, namesake, articles, numbers in groups.iter_rows():
        yield NamedPerson(
            NameForm(given, tuple(middle.split()), family, suffix),
            namesake,
            frozenset(articles),
            _typical([evidence[key] for key in zip(articles, numbers, strict=True) if key in evidence]),
        )


def _typical(evidence: list[frozenset[str]]) -> frozenset[str]:
    """What at least a tenth of the articles say that say anything: of much-named people everything is said once."""
    counts = Counter(word for words in evidence for word in words)
    return frozenset(word for word, count in counts.items() if count >= TYPICAL_SHARE * len(evidence))


def _nested(rows: pl.DataFrame, key: str) -> pl.DataFrame:
    """One row per key, with a list of its rows."""
    return rows.group_by(key).agg(rows=pl.struct(pl.exclude(key)))
