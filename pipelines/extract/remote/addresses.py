"""Tell inboxes on this machine from those elsewhere."""

from pathlib import Path

WEB_SCHEMES = ("http", "https")
STORE_SCHEMES = ("s3", "gs", "gcs", "memory")
"""Object stores, and the memory of this process, by their names in fsspec."""


def scheme_of(inbox: str) -> str | None:
    """The scheme of an address; None for a path."""
    scheme, separator, _ = inbox.partition("://")
    return scheme.lower() if separator else None


def normal_inbox(inbox: str) -> str:
    """An address as it is, a path made absolute.

    Raises:
        ValueError: If the address is of no kind that is read.
    """
    scheme = scheme_of(inbox)
    if scheme is None:
        return str(Path(inbox).resolve())
    if scheme not in (*WEB_SCHEMES, *STORE_SCHEMES):
        known = ", ".join(f"{name}://" for name in (*WEB_SCHEMES, "s3", "gs"))
        raise ValueError(f"inbox {inbox}: addresses begin with one of {known}; name one of these, or a folder")
    return inbox
