"""People and organizations of a corpus that grows and shrinks are those of a corpus that was there at once."""

import random
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from pipelines.assets.changed_names import ORGANIZATION_TABLES, PEOPLE_TABLES
from pipelines.assets.resolve import corpus_organizations, corpus_people
from pipelines.assets.resources import Warehouse
from pipelines.schemas.overrides import Tombstones
from pipelines.stages import STAGE_TABLES
from pipelines.stages.tables import Patch
from pipelines.transform.resolve.forgotten import name_hash

GIVEN = ["Halvard", "H.", "Ada", "Adah", "Thomas", "Tom", "Vera Lind", None]
FAMILY = ["Brekke", "Brecke", "Quill", "Lind", "Okafor", "Halvard"]
ORGANIZATIONS = ["Harbour Safety Board", "the Harbour Safety Board", "HSB", "Hill School Board", "City Council", "NOAA"]
ROLES = [None, None, "striker", "senator", "the team's captain", "mayor of Ostia", "Queen"]
GIVEN_TABLES = (
    "local_people",
    "local_person_mentions",
    "local_person_roles",
    "structured_articles",
    "organization_ids",
    "article_copies",
    "stated_overrides",
)
ORGANIZATION_INPUTS = ("local_organizations", "local_organization_mentions")
Row = Mapping[str, Any]
Tables = dict[str, list[Row]]


def key(number: int) -> str:
    return f"{number:016x}"


def tables_of(number: int, rng: random.Random) -> Tables:
    """The rows of an article that names two people, each twice."""
    article: Row = {"article_id": key(number)}
    copied = key(rng.randrange(number)) if number and rng.random() < 0.3 else None
    tables: Tables = {name: [] for name in (*GIVEN_TABLES, *ORGANIZATION_INPUTS)} | {
        "structured_articles": [
            article
            | {"source_uri": f"{number}.txt", "published_date": date(2031, 1, 1) + timedelta(days=rng.randrange(9))}
        ],
        "article_copies": [
            article
            | {"duplicate_of_article_id": copied, "copy_share": 0.9 if copied else None, "is_carried_widely": False}
        ],
        "organization_ids": [article | {"local_organization": 0, "organization_id": key(rng.randrange(2))}],
    }
    tables["local_organizations"], tables["local_organization_mentions"] = organizations_of(article, rng)
    for local in range(2):
        given, family, role = rng.choice(GIVEN), rng.choice(FAMILY), rng.choice(ROLES)
        name = f"{given} {family}" if given else family
        person = article | {"local_person": local}
        tables["local_people"].append(
            person
            | {"person_name": name, "given_name": given, "family_name": family}
            | {"name_suffix": None, "gender": rng.choice(["male", "female", None])}
        )
        for start, alias in ((local * 100, name), (local * 100 + 50, family)):
            place = {"char_start": start, "char_end": start + len(alias), "text": alias}
            tables["local_person_mentions"].append(
                person
                | place
                | {"sentence_index": 0, "confidence": 0.9, "method": "full name"}
                | {"mention_type": "name", "alias_name": alias}
            )
        if role:
            tables["local_person_roles"].append(
                person | place | {"role_text": role, "local_organization": rng.choice([0, None])}
            )
    return tables


def organizations_of(article: Row, rng: random.Random) -> tuple[list[Row], list[Row]]:
    """An organization of an article, and its mentions, one of which may be nobody's."""
    name = rng.choice(ORGANIZATIONS)
    acronym = "HSB" if name.endswith("Board") and rng.random() < 0.4 else None
    here = article | {"local_organization": 0}
    told = {"organization_name": name, "acronym": acronym, "organization_type": rng.choice(["other", "media"])}
    mentions = [
        article
        | {"local_organization": local, "char_start": start, "char_end": start + len(name), "text": name}
        | {"sentence_index": 0, "confidence": 0.9, "method": "head word", "mention_type": "name"}
        for start, local in ((300, 0), (400, rng.choice([0, None])))
    ]
    return [here | told], mentions


class Growing:
    """A warehouse with the tables that people are made from, and the people."""

    def __init__(self, folder: Path) -> None:
        self.warehouse = Warehouse(folder=str(folder))
        for name in (*GIVEN_TABLES, *ORGANIZATION_INPUTS):
            self.warehouse.stage(name).write(STAGE_TABLES[name].create_empty(), {})

    def tell(self, articles: Mapping[int, Tables | None], names: Sequence[str] = GIVEN_TABLES[:-1]) -> None:
        """Give articles other rows in some tables; None for those that go."""
        groups = pl.DataFrame({"group_key": [key(number) for number in articles]})
        for name in names:
            rows = [row for tables in articles.values() if tables for row in tables[name]]
            frame = pl.DataFrame(rows, schema=STAGE_TABLES[name].create_empty().schema)
            self.warehouse.stage(name).patch(Patch(groups, frame), {})

    def correct(self, **correction: str | None) -> None:
        """Say of one name who it is."""
        row = {"override_id": "5" * 16, "file_name": "who.csv", "line_number": 2, "author_name": "Ada"} | correction
        row |= {"made_date": date(2031, 2, 1), "reason": "As the register says."}
        schema = STAGE_TABLES["stated_overrides"].create_empty().schema
        self.warehouse.stage("stated_overrides").write(pl.DataFrame([row], schema=schema), {})

    def publish(self, tombstones: pl.DataFrame | None = None) -> int | None:
        """Make the people anew where they have changed; tells in how many articles that was, None for all."""
        stones = Tombstones.create_empty() if tombstones is None else tombstones
        return self._make(PEOPLE_TABLES, GIVEN_TABLES, lambda given: corpus_people(**given, tombstones=stones))

    def publish_organizations(self) -> int | None:
        """Make the organizations anew likewise."""
        return self._make(ORGANIZATION_TABLES, ORGANIZATION_INPUTS, lambda given: corpus_organizations(**given))

    def _make(self, made: Sequence[str], names: Sequence[str], make: Callable[[dict[str, Any]], Any]) -> int | None:
        given = {name: self.warehouse.stage(name) for name in names}
        patches = make(given | {"warehouse": self.warehouse})
        versions = {name: table.state.version for name, table in given.items()}
        for name, rows in zip(made, patches, strict=True):
            if isinstance(rows, Patch):
                self.warehouse.stage(name).patch(rows, versions)
            else:
                self.warehouse.stage(name).write(rows, versions)
        return rows.groups.height if isinstance(rows, Patch) and rows.groups is not None else None

    def people(self) -> dict[str, pl.DataFrame]:
        return self.frames(PEOPLE_TABLES)

    def frames(self, names: Sequence[str]) -> dict[str, pl.DataFrame]:
        return {name: self.warehouse.stage(name).frame() for name in names}


@pytest.fixture(autouse=True)
def articles_of_few_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles need only have what people are made from."""
    schema = STAGE_TABLES["structured_articles"]
    monkeypatch.setattr(schema, "validate", classmethod(lambda cls, frame, **_: frame))


def assert_as_if_at_once(growing: Growing, folder: Path, articles: Mapping[int, Tables | None], **said: Any) -> None:
    whole = Growing(folder)
    whole.tell(articles)
    if said:
        whole.correct(**said)
    assert whole.publish() is None
    for name, frame in whole.people().items():
        assert growing.people()[name].equals(frame), name


def test_people_of_a_corpus_that_changes(tmp_path: Path) -> None:
    rng = random.Random(5)
    growing, articles, parts = Growing(tmp_path / "grown"), dict[int, Tables | None](), 0
    for step in range(5):
        changed: dict[int, Tables | None] = {
            number: tables_of(number, rng) for number in rng.sample(range(60), 40 if step == 0 else 3)
        }
        if step:
            changed |= dict.fromkeys(rng.sample(sorted(articles), 2))
        growing.tell(changed)
        articles |= changed
        count = growing.publish()

        parts += count is not None and count < len(articles)
        assert_as_if_at_once(growing, tmp_path / f"whole {step}", articles)
    assert parts == 4


def test_a_correction_holds_for_what_was_there_before(tmp_path: Path) -> None:
    rng = random.Random(6)
    growing = Growing(tmp_path / "grown")
    articles: dict[int, Tables | None] = {number: tables_of(number, rng) for number in range(30)}
    growing.tell(articles)
    growing.publish()
    names = growing.people()["named_people"]["person_name"].unique().sort()
    said = {"override_type": "same person", "text": names[0], "person_name": names[-1]}
    growing.correct(**said)
    corrected = growing.publish()
    articles[31] = tables_of(31, rng)
    growing.tell({31: articles[31]})
    growing.publish()

    assert corrected in range(1, 30)
    assert "override" in growing.people()["person_mentions"]["method"].to_list()
    assert_as_if_at_once(growing, tmp_path / "whole", articles, **said)


def test_nobody_who_was_withdrawn_comes_back_with_later_articles(tmp_path: Path) -> None:
    rng = random.Random(7)
    growing = Growing(tmp_path)
    growing.tell({number: tables_of(number, rng) for number in range(20)})
    growing.publish()
    gone = growing.people()["named_people"].row(0, named=True)
    stone = {"forgotten_type": "person", "forgotten_id": gone["person_id"]}
    stone |= {"name_hash": name_hash(gone["person_name"]), "forgotten_at": datetime(2031, 3, 4, tzinfo=UTC)}
    tombstones = pl.DataFrame([stone], schema=Tombstones.create_empty().schema)
    for number in (None, 20, 21):
        if number:
            growing.tell({number: tables_of(number, rng)})
        growing.publish(tombstones)

        left = growing.people()
        assert left["named_people"].height > 3
        for name in ("named_people", "person_aliases", "person_roles", "person_mentions"):
            assert gone["person_id"] not in left[name]["person_id"].to_list()


def test_organizations_of_a_corpus_that_changes(tmp_path: Path) -> None:
    rng = random.Random(8)
    growing, articles, parts = Growing(tmp_path / "grown"), dict[int, Tables | None](), 0
    for step in range(5):
        changed: dict[int, Tables | None] = {
            number: tables_of(number, rng) for number in rng.sample(range(40), 20 if step == 0 else 2)
        }
        if step:
            changed |= dict.fromkeys(rng.sample(sorted(articles), 2))
        growing.tell(changed, ORGANIZATION_INPUTS)
        articles |= changed
        count = growing.publish_organizations()

        parts += count is not None and count < len(articles)
        whole = Growing(tmp_path / f"whole {step}")
        whole.tell(articles, ORGANIZATION_INPUTS)
        whole.publish_organizations()
        for name, frame in whole.frames(ORGANIZATION_TABLES).items():
            assert growing.frames([name])[name].equals(frame), name
    assert parts == 4
