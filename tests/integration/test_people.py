"""Who is who across articles, through whole runs: some articles first, then more."""

from pathlib import Path

import duckdb
import pytest

from tests.integration.conftest import Site

DOG = (
    "Nine-year-old Amina pulled a dog out of the river on Monday. “He was cold,” Amina said. Her father, a baker, was "
    "proud. The dog was given to a neighbour who has a large garden, and the girl may visit it every day after school."
)
FIRST = {
    "post/2031-02-07-letter.txt": "T. Hegland wrote to the paper. Hegland said banks were bad.",
    "post/2031-02-08-striker.txt": "Marko Dell, a striker for Leeds, signed a contract. “I am happy,” Dell said.",
}
LATER = {
    "post/2031-01-06-bank.txt": "Tora Hegland was named chief executive of Norbank. “I will cut costs,” Hegland said.",
    "post/2031-03-06-party.txt": "Tora Hegland, the leader of the Green Party, was glad. “Banks pay,” Hegland said.",
    "post/2031-02-09-senator.txt": "State Sen. Marko Dell will retire. “It is time,” Dell said.",
    "post/2031-02-10-party.txt": "Marko Dell was seen at a party.",
    "wire/2031-02-11-kyiv.txt": "President Volodymyr Zelenskyy left. “We will export more,” Zelenskyy said.",
    "wire/2031-02-12-warsaw.txt": "Ukraine’s Volodymyr Zelensky came. “Poland is a friend,” Zelensky said.",
    "wire/2031-02-13-berlin.txt": "Zelenskiy met the chancellor. “We need steel,” Zelenskiy said.",
    "wire/2031-02-13-bonn.txt": "Wolodymyr Selenskyj was late. “Steel is dear,” Selenskyj said. His aide, Amina, wept.",
    "wire/2031-02-14-ohio.txt": "Donald J. Trump spoke. “We will win,” Mr. Trump said. His son, Donald Trump Jr., "
    "spoke too. “My dad is tired,” Trump Jr. said.",
    "wire/2031-02-15-bank.txt": "Donald Trump, the former president, sued a bank.",
    "wire/2031-02-16-rome.txt": "Pope Celestine rested. Celestine Moreau, a nurse, said he was well. "
    "His niece, Zoe, a girl of nine, gave him a flower.",
    "wire/2031-02-17-rain.txt": "Pope Celestine prayed for rain. Her daughter, Zoe, a girl of five, was there.",
    "post/2031-02-18-dog.txt": DOG,
    "wire/2031-02-19-dog.txt": DOG,
    "wire/2031-02-20-bee.txt": "Leo, 10, won the spelling bee. He beat Amina, a girl of twelve.",
    "post/2031-02-21-drummer.txt": "Bo Lindgard, a drummer, died on Friday. His daughter, Netta Lindgard, was there. "
    "“He was calm,” she said. Lindgard was 80.",
    "wire/2031-02-18-lund.txt": "Mia Lund, the runner, won a race. Erik Lund, a minister, lost a bet.",
    "wire/2031-02-19-lund.txt": "The runner was late. She met Mr. Lund there.",
    "wire/2031-02-20-flood.txt": "GOVERNOR MARTA QUILLINAN SAID THE DAM WOULD HOLD. “NOBODY LEAVES,” QUILLINAN SAID.",
}


def deliver_texts(site: Site, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        path = site.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Title: News\nDate: {Path(name).name[:10]}\n\n{text}\n", encoding="utf-8")
    site.publish()


def rows(database: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(database), read_only=True) as con:
        return con.execute(query).fetchall()


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], Path]:
    """The keys of the people of the first articles by name, and the file after the others came."""
    folder = tmp_path_factory.mktemp("people")
    site = Site(folder / "inbox", folder / "warehouse")
    deliver_texts(site, FIRST)
    before = dict(rows(site.database, "select person_name, person_id from people"))
    deliver_texts(site, LATER)
    return before, site.database


def bearers(database: Path, article: str, name: str) -> set[object]:
    """Whom a name stands for in an article, by the fullest name."""
    found = rows(
        database,
        f"""
        select people.person_name || coalesce(', ' || people.main_role, '')
        from person_mentions
        inner join articles using (article_id)
        left join people using (person_id)
        where articles.source_uri like '%{article}%' and person_mentions.text = '{name}'
        """,
    )
    return {bearer for (bearer,) in found}


def test_keys_stay_and_a_merge_keeps_the_old_one(grown: tuple[dict[str, str], Path]) -> None:
    before, database = grown
    people = dict(rows(database, "select person_id, person_name from people"))
    former = rows(
        database,
        f"""
        select distinct people.person_name
        from person_aliases
        inner join people using (person_id)
        where person_aliases.former_person_id = '{before["T. Hegland"]}'
        """,
    )

    assert people[before["Marko Dell"]] == "Marko Dell"
    assert before["T. Hegland"] not in people
    assert former == [("Tora Hegland",)]


@pytest.mark.parametrize(
    ("article", "name", "expected"),
    [
        pytest.param("02-07-letter", "Hegland", {"Tora Hegland, the leader of the Green Party"}, id="initial"),
        pytest.param("02-08-striker", "Dell", {"Marko Dell, a striker for Leeds"}, id="striker"),
        pytest.param("02-09-senator", "Dell", {"Marko Dell, State Sen."}, id="senator"),
        pytest.param("02-10-party", "Marko Dell", {None}, id="one of two namesakes"),
        pytest.param("02-13-berlin", "Zelenskiy", {"Volodymyr Zelenskyy, President"}, id="transliteration"),
        pytest.param("02-13-bonn", "Selenskyj", {"Volodymyr Zelenskyy, President"}, id="German spelling"),
        pytest.param("02-14-ohio", "Trump", {"Donald J. Trump, the former president"}, id="father"),
        pytest.param("02-14-ohio", "Trump Jr.", {"Donald Trump Jr., His son"}, id="son"),
        pytest.param("02-17-rain", "Celestine", {"Celestine, Pope"}, id="pope"),
        pytest.param("02-16-rome", "Zoe", {"Zoe, a girl of nine"}, id="girl"),
        pytest.param("02-17-rain", "Zoe", {"Zoe, a girl of five"}, id="another girl"),
        pytest.param("02-21-drummer", "Lindgard", {"Bo Lindgard, a drummer"}, id="surname of a father"),
        pytest.param("02-19-lund", "Lund", {"Erik Lund, a minister"}, id="only one of the sex"),
        pytest.param("02-20-flood", "QUILLINAN", {"MARTA QUILLINAN, GOVERNOR"}, id="capitals"),
    ],
)
def test_who_is_meant(grown: tuple[dict[str, str], Path], article: str, name: str, expected: set[object]) -> None:
    assert bearers(grown[1], article, name) == expected


def test_given_name_alone_is_one_person_in_the_copies_of_a_story_only(grown: tuple[dict[str, str], Path]) -> None:
    counts = rows(grown[1], "select article_count from people where person_name = 'Amina' order by article_count")

    assert counts == [(1,), (1,), (2,)]


def test_role_on_the_day_of_a_quotation_is_a_join(grown: tuple[dict[str, str], Path]) -> None:
    roles = rows(
        grown[1],
        """
        select quotes.text, person_roles.role_text
        from quotes
        inner join articles using (article_id)
        asof inner join person_roles
            on quotes.speaker_person_id = person_roles.person_id
            and articles.published_date >= person_roles.stated_date
        inner join people on quotes.speaker_person_id = people.person_id
        where people.person_name = 'Tora Hegland' and quotes.quote_type = 'direct'
        order by articles.published_date
        """,
    )

    assert roles == [
        ("I will cut costs,", "chief executive of Norbank"),
        ("Banks pay,", "the leader of the Green Party"),
    ]
