import random
from collections import Counter
from datetime import date, timedelta
from typing import NamedTuple

import polars as pl
import pytest

from pipelines.schemas.working import ArticleCopies, LocalPeople, LocalPersonMentions, LocalPersonRoles
from pipelines.transform.resolve.memory import NO_MEMORY, Find, Memory, recall_from
from pipelines.transform.resolve.people import resolve_people
from pipelines.transform.resolve.people_tables import ResolvedPeople

FIRST_DAY = date(2031, 3, 1)


class Named(NamedTuple):
    """A person of one article: given name, surname, and what else the article tells."""

    given: str | None
    family: str | None
    suffix: str | None = None
    role: str | None = None
    gender: str | None = None

    @property
    def full(self) -> str:
        return " ".join(part for part in (self.given, self.family, self.suffix) if part)


Corpus = list[list[Named]]


def article_id(number: int) -> str:
    return f"{number:016x}"


class KeptResults:
    """A memory that counts what it had to find."""

    def __init__(self) -> None:
        self.known: dict[str, pl.DataFrame] = {}
        self.found: Counter[str] = Counter()

    def recall(self, name: str, wanted: pl.DataFrame, find: Find) -> pl.DataFrame:
        def count(missing: pl.DataFrame) -> pl.DataFrame:
            self.found[name] += missing.height
            return find(missing)

        self.known[name] = recall_from(self.known.get(name), wanted, count).all
        return self.known[name]


def resolve(
    corpus: Corpus,
    order: list[int] | None = None,
    copies: dict[int, int] | None = None,
    memory: Memory = NO_MEMORY,
) -> ResolvedPeople:
    """Resolve the people of articles that appear a day apart; each person is mentioned once.

    ``copies`` tells which articles copy which.
    """
    people, mentions, roles = [], [], []
    for number in order or range(len(corpus)):
        for local, person in enumerate(corpus[number]):
            here = {"article_id": article_id(number), "local_person": local}
            place = {"char_start": local * 100, "char_end": local * 100 + len(person.full), "text": person.full}
            people.append(
                here
                | {"person_name": person.full, "given_name": person.given, "family_name": person.family}
                | {"name_suffix": person.suffix, "gender": person.gender}
            )
            mentions.append(
                here
                | place
                | {"sentence_index": 0, "confidence": 0.9, "method": "full name", "mention_type": "name"}
                | {"alias_name": person.full}
            )
            if person.role:
                roles.append(here | place | {"role_text": person.role, "local_organization": None})
    return resolve_people(
        pl.DataFrame(people, schema=LocalPeople.create_empty().schema),
        pl.DataFrame(mentions, schema=LocalPersonMentions.create_empty().schema),
        pl.DataFrame(roles, schema=LocalPersonRoles.create_empty().schema),
        pl.DataFrame(
            {
                "article_id": [article_id(number) for number in range(len(corpus))],
                "published_date": [FIRST_DAY + timedelta(days=number) for number in range(len(corpus))],
            },
            schema={"article_id": pl.String, "published_date": pl.Date},
        ),
        pl.DataFrame(schema={"article_id": pl.String, "local_organization": pl.UInt32, "organization_id": pl.String}),
        pl.DataFrame(
            [
                {"article_id": article_id(copy), "duplicate_of_article_id": article_id(original)}
                | {"copy_share": 1.0, "is_carried_widely": False}
                for copy, original in (copies or {}).items()
            ],
            schema=ArticleCopies.create_empty().schema,
        ),
        memory=memory,
    )


def person_of(resolved: ResolvedPeople, number: int, local: int = 0) -> str | None:
    found = resolved.person_ids.filter(article_id=article_id(number), local_person=local)
    return None if found.is_empty() else found["person_id"].item()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(Named("Halvard", "Brekke"), Named("Halvard J.", "Brekke"), id="middle initial"),
        pytest.param(Named("Halvard Johan", "Brekke"), Named("Halvard J.", "Brekke"), id="middle name"),
        pytest.param(Named("Halvard", "Brekke"), Named("H.", "Brekke"), id="initial"),
        pytest.param(Named("J. Halvard", "Brekke"), Named("Halvard", "Brekke"), id="called by the middle name"),
        pytest.param(Named("Thomas", "Okafor"), Named("Tom", "Okafor"), id="nickname"),
        pytest.param(Named("Bill", "Okafor"), Named("William", "Okafor"), id="nickname of another letter"),
        pytest.param(Named("Renée", "Dvořák"), Named("Renee", "Dvorak"), id="diacritics"),
        pytest.param(Named("Oleksandr", "Hrytsenko"), Named("Alexander", "Hritsenko"), id="languages"),
        pytest.param(Named("Sergei", "Pavlovskyy"), Named("Sergey", "Pavlovskiy"), id="endings"),
        pytest.param(Named("Andriy", "Kovalskyi"), Named("Andrii", "Kovalsky"), id="more endings"),
        pytest.param(Named("Walid", "al-Haddad"), Named("Walid", "Haddad"), id="article of the surname"),
        pytest.param(Named("Walid", "bin Omar al-Haddad"), Named("Waled", "Al Haddad"), id="father's name, vowel"),
        pytest.param(Named("Ines", "Castro-Lima"), Named("Ines", "Castro Lima"), id="hyphen"),
        pytest.param(Named("T.J.", "Marsh"), Named("TJ", "Marsh"), id="two initials"),
        pytest.param(Named("Minjun", "Seo"), Named("Seo", "Minjun"), id="turned round"),
        pytest.param(Named("Volodymyr", "Zelenskyy"), Named("Wolodymyr", "Selenskyj"), id="Ukrainian in German"),
        pytest.param(Named("Volodymyr", "Zelenskyy"), Named("Wolodimir", "Selenski"), id="the same otherwise"),
        pytest.param(Named("Boris", "Yeltsin"), Named("Boris", "Jelzin"), id="Russian in German"),
        pytest.param(Named("Dmitry", "Gorchakov"), Named("Dmitrij", "Gortschakow"), id="Russian in German otherwise"),
        pytest.param(
            Named("Alma", "Riquelme", role="governor of Ostia"),
            Named("Alma R. Riquelme", "Soto", role="the governor"),
            id="second surname dropped, with a role in common",
        ),
        pytest.param(
            Named("Anton", "Lukashenka", role="harbour pilot"),
            Named("Anton", "Lukashenko", role="the harbour pilot of Rana"),
            id="vowel of the surname, with a role in common",
        ),
        pytest.param(
            Named("Carl", "Vance", "Jr.", role="governor of Ostia"),
            Named("Carl", "Vance", role="governor of Ostia"),
            id="suffix dropped, with a role in common",
        ),
    ],
)
def test_variants_are_one_person(first: Named, second: Named) -> None:
    assert resolve([[first], [second]]).people.height == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(Named("Halvard", "Brekke"), Named("Ingrid", "Brekke"), id="given names"),
        pytest.param(Named("Halvard A.", "Brekke"), Named("Halvard B.", "Brekke"), id="middle initials"),
        pytest.param(Named("Carl", "Vance", "Jr."), Named("Carl", "Vance"), id="suffix, nothing in common"),
        pytest.param(Named("Carl", "Vance", "Jr."), Named("Carl", "Vance", "Sr."), id="suffixes"),
        pytest.param(Named("Mike", "Coffman"), Named("Michael", "Kofman"), id="nickname and another surname"),
        pytest.param(Named("Rick", "Davis"), Named("Fred", "Davis"), id="nicknames"),
        pytest.param(Named("Mario", "Quill"), Named("Maria", "Quill"), id="sexes"),
        pytest.param(
            Named("Dana", "Pratt", role="Coach"), Named("Dana", "Pratt", role="Sen."), id="walks of life in titles"
        ),
        pytest.param(Named("Erik", "Larsen"), Named("Erik", "Larson"), id="surnames a letter apart"),
        pytest.param(Named("Peter", "Sander"), Named("Peter", "Zander"), id="English names that German spells alike"),
        pytest.param(Named("Boris", "Yeltsin"), Named("Karl", "Jelzin"), id="another given name"),
        pytest.param(Named("Alma", "Riquelme"), Named("Alma Riquelme", "Soto"), id="second surname, nothing in common"),
        pytest.param(
            Named("Dana", "Pratt", role="striker"), Named("Dana", "Pratt", role="state senator"), id="walks of life"
        ),
    ],
)
def test_namesakes_are_two_people(first: Named, second: Named) -> None:
    assert resolve([[first], [second]]).people.height == 2


def test_role_that_links_two_walks_of_life_makes_one_person() -> None:
    roles = ["former goalkeeper", "goalkeeper turned mayor", "mayor"]

    assert resolve([[Named("Dana", "Pratt", role=role)] for role in roles]).people.height == 1


def test_name_of_two_people_without_a_role_is_nobodys() -> None:
    resolved = resolve(
        [[Named("Dana", "Pratt", role="striker")], [Named("Dana", "Pratt", role="senator")], [Named("Dana", "Pratt")]]
    )

    assert person_of(resolved, 2) is None
    assert resolved.person_mentions.height == 3


def test_two_people_of_one_article_are_not_joined_by_an_initial() -> None:
    assert resolve([[Named("Halvard", "Brekke"), Named("H.", "Brekke")]]).people.height == 2


def test_initial_of_a_name_that_others_shorten_is_one_person() -> None:
    assert (
        resolve([[Named("Bill", "Okafor")], [Named("William R.", "Okafor")], [Named("W. R.", "Okafor")]]).people.height
        == 1
    )


def test_initial_that_fits_two_people_stays_apart() -> None:
    corpus = [[Named("Halvard", "Brekke")], [Named("Henrik", "Brekke")], [Named("H.", "Brekke")]]

    assert resolve(corpus).people.height == 3


@pytest.mark.parametrize(
    ("bearers", "expected"),
    [
        pytest.param([Named("Ada", "Quill")], 0, id="only bearer"),
        pytest.param([Named("Ada", "Quill")] * 4 + [Named("Bo", "Quill")], 0, id="dominant bearer"),
        pytest.param([Named("Ada", "Quill"), Named("Bo", "Quill")], None, id="two bearers"),
        pytest.param(
            [Named("Ada", "Quill", gender="male"), Named("Bo", "Quill", gender="female")],
            1,
            id="only one of the sex",
        ),
        pytest.param([Named("Ada", "Reed")], "own", id="nobody's surname"),
    ],
)
def test_surname_alone(bearers: list[Named], expected: int | str | None) -> None:
    resolved = resolve([*([bearer] for bearer in bearers), [Named(None, "Quill", gender="female")]])

    found = person_of(resolved, len(bearers))

    if expected == "own":
        assert found not in {person_of(resolved, number) for number in range(len(bearers))} | {None}
    else:
        assert found == (person_of(resolved, expected) if isinstance(expected, int) else None)


def test_given_name_alone_is_the_well_known_person() -> None:
    resolved = resolve([*([Named("Oluwaseun", "Quill")] for _ in range(5)), [Named(None, "Oluwaseun")]])

    assert person_of(resolved, 5) == person_of(resolved, 0)


def test_common_given_name_alone_is_another_person_in_each_article() -> None:
    resolved = resolve([[Named("Ada", "Quill")], [Named("Ada", "Reed")], [Named(None, "Ada")], [Named(None, "Ada")]])

    assert resolved.people.height == 4


def test_only_name_of_nobody_else_is_one_person() -> None:
    assert resolve([[Named(None, "Zorbo")], [Named(None, "Zorbo")]]).people.height == 1


def test_surname_beside_its_bearer_is_somebody_else() -> None:
    resolved = resolve([[Named("Ada", "Quill"), Named(None, "Quill")]])

    assert person_of(resolved, 0, 1) is None


def test_unresolved_mention_has_no_method() -> None:
    resolved = resolve([[Named("Ada", "Quill"), Named("Bo", "Quill")], [Named(None, "Quill")]])

    (mention,) = resolved.person_mentions.filter(article_id=article_id(1)).to_dicts()

    assert (mention["person_id"], mention["confidence"], mention["method"]) == (None, None, None)


def test_person_is_described_by_all_articles() -> None:
    resolved = resolve(
        [
            [Named("Ada", "Quill", role="mayor")],
            [Named("Ada J.", "Quill", role="Mayor")],
            [Named(None, "Quill", role="candidate")],
        ]
    )

    (person,) = resolved.people.to_dicts()

    assert person["person_name"] == "Ada J. Quill"
    assert person["main_role"] == "Mayor"
    assert (person["article_count"], person["mention_count"]) == (3, 3)
    assert (person["first_seen_date"], person["last_seen_date"]) == (FIRST_DAY, FIRST_DAY + timedelta(days=2))
    assert resolved.person_aliases["alias_name"].to_list() == ["Ada J. Quill", "Ada Quill", "Quill"]


@pytest.mark.parametrize("clause", ["who has led the dockers for years", "led the dockers"])
def test_role_that_is_a_noun_comes_before_a_clause(clause: str) -> None:
    resolved = resolve([[Named("Ada", "Quill", role="Union head")], [Named("Ada", "Quill", role=clause)]])

    assert resolved.people["main_role"].to_list() == ["Union head"]


def test_clause_said_more_often_than_a_noun_is_the_main_role() -> None:
    roles = ["Union head", "who led the dockers", "who led the dockers"]

    resolved = resolve([[Named("Ada", "Quill", role=role)] for role in roles])

    assert resolved.people["main_role"].to_list() == ["who led the dockers"]


def test_order_of_rows_does_not_matter() -> None:
    corpus = [
        [Named("Ada", "Quill"), Named("Bo", "Quill")],
        [Named("A.", "Quill"), Named("Tom", "Okafor")],
        [Named(None, "Okafor"), Named("Thomas", "Okafor", role="poet")],
        [Named("Dana", "Pratt", role="striker")],
        [Named("Dana", "Pratt", role="senator")],
    ]
    expected = resolve(corpus)

    for seed in range(5):
        found = resolve(corpus, random.Random(seed).sample(range(len(corpus)), len(corpus)))
        for frame, same in zip(expected, found, strict=True):
            assert frame.equals(same)


def test_what_is_remembered_of_a_smaller_corpus_changes_nothing() -> None:
    rng = random.Random(7)
    given = ["Halvard", "H.", "Ada", "Adah", "Thomas", "Tom", "Vera Lind", None]
    family = ["Brekke", "Brecke", "Quill", "Lind", "Okafor", "Halvard"]
    roles = [None, None, "striker", "senator", "the team's captain", "mayor of Ostia"]
    corpus = [
        [Named(rng.choice(given), rng.choice(family), role=rng.choice(roles)) for _ in range(2)] for _ in range(60)
    ]
    corpus.append([Named("Ines", "Castro")])
    memory = KeptResults()

    for count in (20, 40, 60):
        remembering = resolve(corpus[:count], memory=memory)
        for name, table, fresh in zip(ResolvedPeople._fields, remembering, resolve(corpus[:count]), strict=True):
            assert table.equals(fresh), name
    memory.found.clear()
    resolve(corpus, memory=memory)

    assert remembering.people.height > 10
    assert memory.found == {"forms_of_names": 1, "kin_keys": 1, "ids_of_people": 1}


@pytest.mark.parametrize(
    "later",
    [
        pytest.param(Named("Ada Jane", "Quill"), id="fuller name"),
        pytest.param(Named("A.", "Quill"), id="initial"),
        pytest.param(Named("Ada", "Quill", role="striker"), id="namesake"),
        pytest.param(Named("Ada", "Quille"), id="somebody else"),
    ],
)
def test_key_stays_when_an_article_is_added(later: Named) -> None:
    corpus = [[Named("Ada", "Quill", role="senator")], [Named("Bo", "Quill")]]

    before, after = resolve(corpus), resolve([*corpus, [later]])

    assert set(before.people["person_id"]) <= set(after.people["person_id"])


def test_alias_keeps_the_key_that_a_merge_ends() -> None:
    former = person_of(resolve([[Named("A.", "Quill")]]), 0)

    merged = resolve([[Named("Ada", "Quill")], [Named("A.", "Quill")]])

    aliases = dict(merged.person_aliases.select("alias_name", "former_person_id").iter_rows())
    assert aliases == {"Ada Quill": None, "A. Quill": former}


def test_ruler_is_one_person_whoever_bears_the_name() -> None:
    pope, nurse, singer = Named("Celestine", None, role="Pope"), Named("Celestine", "Moreau"), Named("Celestine", "Oye")

    resolved = resolve([[pope, nurse], [singer], [pope], [Named("Celestine", None, role="the pope of Rome")]])

    assert len({person_of(resolved, number) for number in (0, 2, 3)}) == 1
    assert resolved.people.height == 3


def test_ruler_without_a_number_is_the_one_whom_nearly_all_articles_mean() -> None:
    numbers = ["XIV", "XIV", "XIV", "XIV", "XIII", None]

    resolved = resolve([[Named("Leo", None, number, role="Pope")] for number in numbers])

    assert person_of(resolved, 5) == person_of(resolved, 0) != person_of(resolved, 4)


def test_name_alone_is_the_ruler_whom_nearly_all_articles_mean() -> None:
    pope = Named("Celestine", None, role="Pope")

    resolved = resolve([*([pope] for _ in range(5)), [Named("Celestine", "Moreau")], [Named("Celestine", None)]])

    assert person_of(resolved, 6) == person_of(resolved, 0)


@pytest.mark.parametrize(
    ("first", "second", "people"),
    [
        pytest.param(Named("Zoe", None), Named("Zoe", None), 2, id="nothing identifies her"),
        pytest.param(Named("Zoe", None, role="a girl"), Named("Zoe", None, role="the girl"), 2, id="no trade"),
        pytest.param(Named("Zoe", None, role="singer"), Named("Zoe", None, role="the soul singer"), 1, id="trade"),
        pytest.param(Named(None, "Monti"), Named(None, "Monti"), 1, id="surname"),
    ],
)
def test_name_alone_that_nobody_bears_in_full(first: Named, second: Named, people: int) -> None:
    assert resolve([[first], [second]]).people.height == people


def test_given_name_alone_is_one_person_in_all_copies_of_a_story() -> None:
    zoe = Named("Zoe", None, role="a girl")

    resolved = resolve([[zoe], [zoe], [zoe], [zoe]], copies={1: 0, 2: 1})

    assert len({person_of(resolved, number) for number in (0, 1, 2)}) == 1
    assert person_of(resolved, 3) != person_of(resolved, 0)


def test_two_people_of_one_name_alone_in_an_article_are_told_apart_by_sex() -> None:
    him, her = Named(None, "Quarn", gender="male"), Named(None, "Quarn", gender="female")

    resolved = resolve([[him, her], [her], [Named(None, "Quarn")]])

    assert person_of(resolved, 1) == person_of(resolved, 0, 1) != person_of(resolved, 0, 0)
    assert person_of(resolved, 2) is None
