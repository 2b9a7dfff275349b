import re
from pathlib import Path

import pytest

from pipelines.extract.rejects import REJECT_CODES
from pipelines.schemas import TABLES
from pipelines.settings import PROJECT_ROOT, load_settings

README = (PROJECT_ROOT / "README.md").read_text(encoding="utf-8")
VIEWS = sorted(Path(PROJECT_ROOT, "sql", "marts").glob("*.sql"))


def grain(table: str) -> str:
    first_line = (TABLES[table].__doc__ or "").splitlines()[0]
    return first_line.removeprefix("One row per ").rstrip(".")


@pytest.mark.parametrize("table", TABLES)
def test_readme_lists_the_table_with_its_grain(table: str) -> None:
    assert f"| `{table}` | {grain(table)} |" in README


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.stem)
def test_readme_names_the_view(view: Path) -> None:
    assert f"`{view.stem}" in README


def test_readme_lists_the_settings_that_are_read() -> None:
    read: set[str] = set()

    class Noted(dict[str, str]):
        def get(self, name: str, default: str | None = None) -> str | None:  # type: ignore[override]
            read.add(name)
            return default

    load_settings(Noted())

    assert set(re.findall(r"ONRECORD_[A-Z_]+", README)) == read


@pytest.mark.parametrize("code", REJECT_CODES)
def test_readme_explains_the_reject(code: str) -> None:
    assert f"| `{code}` | {REJECT_CODES[code]} |" in README


def test_readme_links_to_files_that_exist() -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)\)", README)

    assert links
    assert [link for link in links if not Path(PROJECT_ROOT, link).exists()] == []
