from datetime import date
from pathlib import Path

import pytest

from pipelines.extract.overrides import read_overrides

PEOPLE = "name,person,article,author,date,reason\n"


def write(folder: Path, name: str, content: str) -> Path:
    (folder / name).write_text(content, encoding="utf-8")
    return folder


def test_corrections_of_every_kind(tmp_path: Path) -> None:
    write(tmp_path, "people.csv", PEOPLE + "M. Lind, Mara  Lind ,,Ola,2025-03-04,an initial\n")
    write(
        tmp_path,
        "different_people.csv",
        "name,article,other_article,author,date,reason\nJon Berg,a.txt,b.txt,Ola,2025-03-04,father and son\n",
    )
    write(tmp_path, "places.csv", "name,place_id,article,author,date,reason\nTarn,,,Ola,2025-03-04,a ship\n")
    write(tmp_path, "not_quotes.csv", "article,text,author,date,reason\na.txt,Rain Man,Ola,2025-03-04,a film\n")

    overrides = read_overrides(tmp_path).sort("override_type")

    assert overrides["override_type"].to_list() == ["different people", "not a quote", "place", "same person"]
    assert overrides.select("text", "person_name", "article", "other_article", "place_id").rows() == [
        ("Jon Berg", None, "a.txt", "b.txt", None),
        ("Rain Man", None, "a.txt", None, None),
        ("Tarn", None, None, None, None),
        ("M. Lind", "Mara Lind", None, None, None),
    ]
    assert overrides.select("author_name", "made_date", "line_number").unique().rows() == [("Ola", date(2025, 3, 4), 2)]


def test_no_folder_and_no_files_are_no_corrections(tmp_path: Path) -> None:
    assert read_overrides(None).height == 0
    assert read_overrides(tmp_path).height == 0


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("persons.csv", "", "name the file one of people.csv", id="unknown file"),
        pytest.param("people.csv", "name,person\n", "lacks article, author, date, reason", id="column missing"),
        pytest.param("people.csv", PEOPLE + "Lind,,,Ola,2025-03-04,x\n", "line 2: person must not be", id="empty"),
        pytest.param("people.csv", PEOPLE + "Lind,Mara Lind,,Ola,4 March,x\n", "write it like 2025-06-01", id="day"),
        pytest.param(
            "places.csv",
            "name,place_id,article,author,date,reason\nTarn,Q7,,Ola,2025-03-04,x\n",
            "line 2: place_id is 'Q7'",
            id="place",
        ),
    ],
)
def test_mistakes_are_told_with_their_line(tmp_path: Path, name: str, content: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_overrides(write(tmp_path, name, content))


def test_folder_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="there is no such folder"):
        read_overrides(tmp_path / "missing")
