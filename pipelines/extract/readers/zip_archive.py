"""ZIP archives: each file inside is read as if it lay in the inbox."""

import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import BinaryIO, cast

from pipelines.extract.allowance import Allowance, OverAllowanceError
from pipelines.extract.inbox import MAPPING_FILE, is_passed_over
from pipelines.extract.inputs import Input
from pipelines.extract.kinds import BOOKS_AND_OFFICE_FILES, foreign
from pipelines.extract.limits import Limits
from pipelines.extract.members import allowance_of, read_member
from pipelines.extract.rejects import RejectedInputError
from pipelines.extract.source_articles import Found, RejectedPart

DIRECTORY_BYTES_PER_MEMBER = 300
"""What an archive's list of its files may take for each: the 46 bytes of an entry, a long path, and times."""

_DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError)
_DRIVE = re.compile(r"[A-Za-z]:")
_IS_ENCRYPTED = 0x1
_READ_BYTES = 65_536


def read(source: Input) -> Iterator[Found]:
    """Read the files inside, in their order.

    Raises:
        RejectedInputError: If the archive is damaged, is a book or an office file, or holds more than it may.
    """
    allowance = allowance_of(source)
    with source.open() as file, ExitStack() as stack:
        archive = stack.enter_context(_open(file, source.limits))
        names = set(archive.namelist())
        for sign, kind in BOOKS_AND_OFFICE_FILES.items():
            if sign in names:
                raise foreign(kind)
        mappings = _mappings(archive, stack, allowance)
        for member in archive.infolist():
            if not member.is_dir() and not _is_hidden(member):
                allowance.take_member()
                yield from _read(source, archive, member, mappings, allowance)


def _open(file: BinaryIO, limits: Limits) -> zipfile.ZipFile:
    directory_bytes = limits.members * DIRECTORY_BYTES_PER_MEMBER
    try:
        return zipfile.ZipFile(cast(BinaryIO, _BoundedReads(file, max(directory_bytes, _READ_BYTES))))
    except (*_DAMAGE, NotImplementedError) as error:
        raise _damaged(error) from error


class _BoundedReads:
    """A file that gives no more at once than it may: the list of an archive's files is read in one go."""

    def __init__(self, file: BinaryIO, limit: int) -> None:
        self._file, self._limit = file, limit
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1) -> bytes:
        """Read so many bytes.

        Raises:
            OverAllowanceError: If they are more than may be.
        """
        if size > self._limit:
            raise OverAllowanceError("Its list of files is longer than the limits allow: pack fewer into one archive.")
        return self._file.read(size)


def _mappings(archive: zipfile.ZipFile, stack: ExitStack, allowance: Allowance) -> dict[PurePosixPath, Path]:
    """The mappings in the archive, unpacked, by the folder that they are for."""
    named = [member for member in archive.infolist() if PurePosixPath(member.filename).name == MAPPING_FILE]
    members = [member for member in named if _is_safe(member)]
    folder = Path(stack.enter_context(TemporaryDirectory(prefix="onrecord-"))) if members else Path()
    mappings = {}
    for number, member in enumerate(members):
        path = folder / f"{number}.toml"
        path.write_bytes(b"".join(_pieces(archive, member, allowance)))
        mappings[PurePosixPath(member.filename).parent] = path
    return mappings


def _read(
    source: Input,
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    mappings: dict[PurePosixPath, Path],
    allowance: Allowance,
) -> Iterator[Found]:
    reason = _reason_against(member)
    if reason:
        yield RejectedPart(f"!{member.filename}", reason)
        return
    folders = PurePosixPath(member.filename).parents
    mapping = next((mappings[folder] for folder in folders if folder in mappings), None)
    yield from read_member(source, member.filename, _pieces(archive, member, allowance), allowance, mapping)


def _reason_against(member: zipfile.ZipInfo) -> RejectedInputError | None:
    if not _is_safe(member):
        message = "Its path is absolute or leads out of the archive: pack it anew under a path inside."
        return RejectedInputError("unsafe_path", message)
    if member.flag_bits & _IS_ENCRYPTED:
        return RejectedInputError("encrypted", "It is protected by a password: pack it anew without one.")
    return None


def _is_hidden(member: zipfile.ZipInfo) -> bool:
    return _is_safe(member) and any(map(is_passed_over, PurePosixPath(member.filename).parts))


def _is_safe(member: zipfile.ZipInfo) -> bool:
    """Whether a path stays in the archive, on any system."""
    name = member.orig_filename.replace("\\", "/")
    return bool(name) and not (name.startswith("/") or _DRIVE.match(name) or ".." in name.split("/") or "\x00" in name)


def _pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo, allowance: Allowance) -> Iterator[bytes]:
    try:
        with archive.open(member) as file:
            while piece := file.read(_READ_BYTES):
                allowance.take_bytes(len(piece))
                yield piece
    except NotImplementedError as error:
        message = f"It is packed in a way that is not read ({error}): pack it anew as plain ZIP."
        raise RejectedInputError("damaged", message) from error
    except _DAMAGE as error:
        raise _damaged(error) from error


def _damaged(error: Exception) -> RejectedInputError:
    return RejectedInputError("damaged", f"The archive is damaged or cut off ({error}): get it anew.")
