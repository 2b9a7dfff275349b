"""Read the files inside an archive as if they lay in the inbox."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from pipelines.extract.allowance import Allowance, OverAllowanceError
from pipelines.extract.inputs import Input
from pipelines.extract.reading import read_input
from pipelines.extract.rejects import RejectedInputError
from pipelines.extract.source_articles import Found, RejectedPart, SourceArticle


def allowance_of(archive: Input) -> Allowance:
    """What may still come out of an archive: one inside another shares with it."""
    return archive.allowance or Allowance.for_file(archive.path.stat().st_size, archive.limits)


def read_member(
    archive: Input, name: str, pieces: Iterable[bytes], allowance: Allowance, mapping: Path | None = None
) -> Iterator[Found]:
    """Unpack a file of an archive to a temporary place and read it, whatever its format.

    Args:
        archive: The archive.
        name: Path inside it, with slashes.
        pieces: Bytes of the file.
        allowance: What may still come out of the archive.
        mapping: The mapping that goes with the file.

    Yields:
        What is in it; a reject of it costs it alone.

    Raises:
        OverAllowanceError: If more comes out than may.
    """
    locator = f"!{name}"
    try:
        with TemporaryDirectory(prefix="onrecord-") as folder:
            path = Path(folder, "member")
            _check_nesting(archive)
            _write(path, pieces, archive.limits.file_bytes)
            inside = replace(
                archive,
                uri=archive.uri + locator,
                path=path,
                mapping=mapping or archive.mapping,
                nesting=archive.nesting + 1,
                allowance=allowance,
            )
            found_inside = list(read_input(inside))
    except OverAllowanceError:
        raise
    except RejectedInputError as reason:
        found_inside = [RejectedPart("", reason)]
    for found in found_inside:
        yield _inside(found, locator)


def _check_nesting(archive: Input) -> None:
    if archive.nesting >= archive.limits.nesting:
        message = f"There are archives inside archives, more than {archive.limits.nesting} deep: unpack the outer ones."
        raise RejectedInputError("archive_too_large", message)


def _write(path: Path, pieces: Iterable[bytes], limit: int) -> None:
    written = 0
    with path.open("wb") as file:
        for piece in pieces:
            written += len(piece)
            if written > limit:
                raise RejectedInputError("too_large", f"Unpacked the file has more than {limit:,} bytes: split it.")
            file.write(piece)


def _inside(found: Found, locator: str) -> Found:
    if isinstance(found, SourceArticle):
        return replace(found, locator=locator + found.locator)
    return found._replace(locator=locator + found.locator)
