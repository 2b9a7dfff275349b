from pathlib import Path

from pipelines.load.dictionary import dictionary
from pipelines.settings import PROJECT_ROOT


def test_the_committed_dictionary_is_current() -> None:
    written = Path(PROJECT_ROOT / "sql" / "DICTIONARY.md").read_text(encoding="utf-8")

    assert written == dictionary(), "write it anew: onrecord schema --markdown > sql/DICTIONARY.md"
