"""Keys made from content, so that the same articles give the same keys on every machine and in every order."""

import hashlib
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

ID_LENGTH = 16
_SEPARATOR = "\x1f"


def content_id(kind: str, *parts: str | int | None) -> str:
    """Hash what identifies a row into a key of 16 lower-case hex characters.

    Args:
        kind: What the key is for (``article``, ``quote``, …), so that keys of two tables never meet by chance.
        parts: The values that identify the row, in a fixed order; None and an empty string differ.

    Returns:
        The first 64 bits of a BLAKE2b digest: among 10 million rows a clash has odds of 1 in 370,000.
    """
    joined = _SEPARATOR.join([kind, *("\x00" if part is None else str(part) for part in parts)])
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=ID_LENGTH // 2).hexdigest()


def version_digest(libraries: Iterable[str], files: Iterable[Path], *stated: str) -> str:
    """Digest what decides about a result, so that another digest means that it has to be made anew.

    A number raised by hand would be forgotten one day, and rows of two versions of a rule would stand side by side.

    Args:
        libraries: Packages whose versions decide.
        files: Code and tables; their names and bytes count, their folders do not.
        stated: What else decides.
    """
    digest = hashlib.blake2b("\n".join(stated).encode(), digest_size=ID_LENGTH // 2)
    for library in libraries:
        digest.update(f"{library} {version(library)}\n".encode())
    for file in files:
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def article_id(source_uri: str) -> str:
    """Key of an article: where it came from, so that a changed text is a new revision of the same article."""
    return content_id("article", source_uri)


def quote_id(article_id: str, char_start: int, char_end: int, cue_char_start: int | None) -> str:
    """Key of a quotation: its place in its article and the cue that attributes it."""
    return content_id("quote", article_id, char_start, char_end, cue_char_start)
