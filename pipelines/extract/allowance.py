"""What may still come out of one file of the inbox, so that no archive fills the disk or never ends."""

from dataclasses import dataclass

from pipelines.extract.limits import Limits
from pipelines.extract.rejects import RejectedInputError


class OverAllowanceError(RejectedInputError):
    """More comes out of a file than may; it costs the file of the inbox whole, however deep the archive inside it."""

    def __init__(self, message: str) -> None:
        super().__init__("archive_too_large", message)


@dataclass
class Allowance:
    """What is left for a file and the archives inside it, counted down as they are unpacked."""

    bytes_left: int
    members_left: int

    @classmethod
    def for_file(cls, byte_size: int, limits: Limits) -> "Allowance":
        """What may come out of a file of a size in bytes."""
        by_expansion = limits.article_bytes + limits.expansion * byte_size
        return cls(min(limits.unpacked_bytes, by_expansion), limits.members)

    def take_bytes(self, count: int) -> None:
        """Count unpacked bytes.

        Raises:
            OverAllowanceError: If there are too many.
        """
        self.bytes_left -= count
        if self.bytes_left < 0:
            raise OverAllowanceError("Unpacked it is larger than the limits allow: pack less into one archive.")

    def take_member(self) -> None:
        """Count a file in an archive.

        Raises:
            OverAllowanceError: If there are too many.
        """
        self.members_left -= 1
        if self.members_left < 0:
            raise OverAllowanceError("It holds more files than the limits allow: pack fewer into one archive.")
