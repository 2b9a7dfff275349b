"""Tell whom full names mean: names that no spelling ties to others are decided apart, so that few are decided anew."""

from collections import Counter, defaultdict
from collections.abc import Iterator

import polars as pl

from pipelines.transform.person_names import NameForm
from pipelines.transform.resolve.bearers import NamedPerson, first_surname_keys, join_names, spelling_keys
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

_NAMED = [*FORM_COLUMNS, "namesake"]
_ROW = [*LOCAL_KEY, "roles_digest"]


def bearers_of_full_names(named: pl.DataFrame, roles: pl.DataFrame, memory: Memory = NO_MEMORY) -> pl.DataFrame:
    """Number the people whom full names mean, joined as in `join_names` and `tell_namesakes_apart`.

    Args:
        named: People of articles by full name; reads ``LOCAL_KEY``, ``FORM_COLUMNS`` and ``name_key``.
        roles: Roles of people of articles; reads ``LOCAL_KEY``, ``role_text`` and ``organization_id``.
        memory: Remembers who bears the names of some surnames.

    Returns:
        The rows of ``named`` with ``bearer``, but for those of whom nobody can tell which namesake is meant.
    """
    known = named.join(_digests(roles, memory), on=LOCAL_KEY, how="left", validate="1:1")
    labelled = known.join(_namesakes(known, roles, memory), on=LOCAL_KEY, how="left", validate="1:1").filter(
        pl.col("is_told").fill_null(value=True)
    )
    labelled = labelled.with_columns(pl.col("namesake").fill_null("")).join(
        _kindred_surnames(labelled, memory), on="family_form", validate="m:1"
    )
    hashes = labelled.select("kin", kin_digest=pl.struct(*_NAMED, *_ROW).hash())
    digests = hashes.group_by("kin").agg(pl.col("kin_digest").sum())
    digested = labelled.join(digests, on="kin", validate="m:1")

    def find(missing: pl.DataFrame) -> pl.DataFrame:
        wanted = digested.join(missing, on="kin_digest", how="semi").sort(LOCAL_KEY)
        return missing.join(_joined(wanted, roles), on="kin_digest", validate="1:1")

    joined = memory.recall("bearers_of_surnames", digests.select("kin_digest"), find).explode("rows").unnest("rows")
    bearers = joined.select(*_NAMED, bearer=pl.struct("kin_digest", "number").rank("dense").cast(pl.Int64))
    return labelled.join(bearers, on=_NAMED, validate="m:1").select(*named.columns, "bearer")


def _joined(people: pl.DataFrame, roles: pl.DataFrame) -> pl.DataFrame:
    """Of each kin its names, as ``rows``, with the ``number`` of the one who bears each."""
    rows = [
        (number, name.form.given, " ".join(name.form.middle), name.form.family, name.form.suffix, name.namesake)
        for number, bearer in enumerate(join_names(_named_people(people, roles)))
        for name in bearer
    ]
    schema = {"number": pl.UInt32} | dict.fromkeys(_NAMED, pl.String)
    kin = people.select("family_form", "kin_digest").unique()
    return _nested(
        pl.DataFrame(rows, schema=schema, orient="row").join(kin, on="family_form", validate="m:1"), "kin_digest"
    )


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
    shared = known.filter(pl.col("tells").sum().over("name_key") > 1)
    digests = shared.select("name_key", digest=pl.struct(_ROW).hash()).group_by("name_key").agg(pl.col("digest").sum())

    def find(missing: pl.DataFrame) -> pl.DataFrame:
        wanted = shared.join(missing, on="name_key", how="semi").sort(LOCAL_KEY)
        labels = pl.DataFrame(list(_labels(wanted, roles)), schema=_labels_schema(known), orient="row")
        return missing.join(_nested(labels, "name_key"), on="name_key", how="left", validate="1:1")

    told = memory.recall("namesakes", digests, find).select("rows").drop_nulls()
    return told.explode("rows").unnest("rows").select(*LOCAL_KEY, "namesake", is_told=pl.col("namesake").is_not_null())


def _labels(shared: pl.DataFrame, roles: pl.DataFrame) -> Iterator[tuple[str, str, int, str | None]]:
    """Name, article, number and label of the people whose name several bear."""
    evidence = evidence_of_roles(roles, shared)
    appearances: dict[str, list[Appearance]] = defaultdict(list)
    for article_id, number, name_key in shared.select(*LOCAL_KEY, "name_key").iter_rows():
        words = evidence.get((article_id, number), frozenset())
        appearances[name_key].append(Appearance(article_id, number, words))
    for name_key, same_name in appearances.items():
        labels = tell_namesakes_apart(same_name)
        if any(labels.values()):
            yield from ((name_key, *person, label) for person, label in labels.items())


def _labels_schema(known: pl.DataFrame) -> dict[str, pl.DataType | type[pl.DataType]]:
    return {"name_key": pl.String, **{name: known.schema[name] for name in LOCAL_KEY}, "namesake": pl.String}


def _kindred_surnames(labelled: pl.DataFrame, memory: Memory) -> pl.DataFrame:
    """``family_form`` and ``kin``, the same for surnames of which any two names may be spellings of one."""

    def find(forms: pl.DataFrame) -> pl.DataFrame:
        read = [NameForm(given, tuple(middle.split()), *rest) for given, middle, *rest in forms.iter_rows()]
        return forms.with_columns(
            keys=pl.Series([spelling_keys(form) for form in read], dtype=pl.List(pl.String)),
            first_surnames=pl.Series([first_surname_keys(form) for form in read], dtype=pl.List(pl.String)),
        )

    forms = memory.recall("spelling_keys", labelled.select(FORM_COLUMNS).unique(), find)
    families = forms.select("family_form").unique().sort("family_form").with_row_index("number")
    keys, first_surnames = (
        forms.select("family_form", key=name).explode("key").drop_nulls().unique()
        for name in ("keys", "first_surnames")
    )
    kept = pl.concat([keys, first_surnames.join(keys, on="key", how="semi")])
    met = kept.unique().join(families, on="family_form", validate="m:1")
    links = met.select("number", original=pl.col("number").min().over("key")).filter(
        pl.col("number") != pl.col("original")
    )
    return families.select(
        "family_form", kin=families["family_form"].gather(components(links.unique(), families.height))
    )


def _named_people(people: pl.DataFrame, roles: pl.DataFrame) -> Iterator[NamedPerson]:
    evidence = evidence_of_roles(roles, people)
    groups = people.group_by(_NAMED, maintain_order=True).agg(LOCAL_KEY)
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
