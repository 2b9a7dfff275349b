"""Fetch from the web as a good guest: by the site's robots.txt, one request at a time, and only what has changed."""

import time
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urlsplit

import httpx
from protego import Protego

from pipelines.extract.rejects import RejectedInputError

USER_AGENT = "onrecord/0.1"
TIMEOUT_SECONDS = 30.0
MAX_REDIRECTS = 5
ROBOTS_BYTES = 500_000
"""As much of a robots.txt as counts."""

_BUSY = (429, 503)


class Known(NamedTuple):
    """What the server said of the copy that is there already, to ask only for a newer one."""

    etag: str | None = None
    last_modified: str | None = None


class Fetched(NamedTuple):
    """A page; ``content`` is None where the copy that is there already is still the newest."""

    content: bytes | None
    known: Known


class Guest:
    """Fetches pages; between two requests to one host it waits, longer where the host's robots.txt asks for it.

    Args:
        client: Does the requests.
        seconds: Least time between two requests to one host.
        max_bytes: Larger pages are not fetched to their end.
        clock: Seconds, from any start.
        sleep: Waits so many seconds.
    """

    def __init__(
        self,
        client: httpx.Client,
        seconds: float,
        max_bytes: int,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._client = client
        self._seconds = seconds
        self._max_bytes = max_bytes
        self._clock = clock
        self._sleep = sleep
        self._robots: dict[str, Protego] = {}
        self._next_at: dict[str, float] = {}
        self._busy: set[str] = set()

    def fetch(self, address: str, known: Known = Known()) -> Fetched:  # noqa: B008 - a tuple that never changes
        """Fetch a page if it may be, and only if it is newer than what is known.

        Raises:
            RejectedInputError: If the site does not allow it, does not answer, or answers with an error.
        """
        host = _host(address)
        if not self._rules(host).can_fetch(address, USER_AGENT):
            message = f"The robots.txt of {host} does not allow {address}: ask the site, or take it from the list."
            raise RejectedInputError("robots_disallowed", message)
        asked = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
        response, content = self._get(address, {name: value for name, value in asked.items() if value})
        if response.status_code == httpx.codes.NOT_MODIFIED:
            return Fetched(None, known)
        if response.is_error:
            raise RejectedInputError(
                "http_error", f"{address} answers {response.status_code}: look at it, or run again."
            )
        return Fetched(content, Known(response.headers.get("ETag"), response.headers.get("Last-Modified")))

    def _rules(self, host: str) -> Protego:
        """The host's robots.txt; one that is missing allows all, one that cannot be had allows nothing."""
        if host not in self._robots:
            response, content = self._get(f"{host}/robots.txt", {}, ROBOTS_BYTES)
            text = content.decode("utf-8", errors="replace") if response.is_success else ""
            self._robots[host] = Protego.parse("User-agent: *\nDisallow: /" if response.is_server_error else text)
        return self._robots[host]

    def _get(self, address: str, headers: dict[str, str], limit: int | None = None) -> tuple[httpx.Response, bytes]:
        host = _host(address)
        self._wait(host)
        if host in self._busy:
            raise RejectedInputError("unreachable", f"{host} asked to be left alone for now: run again later.")
        try:
            with self._client.stream("GET", address, headers=headers) as response:
                content = self._read(response, address, limit)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            message = f"{address} could not be fetched ({type(error).__name__}): look at it, or run again."
            raise RejectedInputError("unreachable", message) from error
        if response.status_code in _BUSY:
            self._busy.add(host)
        return response, content

    def _read(self, response: httpx.Response, address: str, limit: int | None) -> bytes:
        content = bytearray()
        for part in response.iter_bytes():
            content += part
            if limit is not None and len(content) > limit:
                return bytes(content[:limit])
            if len(content) > self._max_bytes:
                message = f"{address} has more than {self._max_bytes:,} bytes: take it from the list."
                raise RejectedInputError("too_large", message)
        return bytes(content)

    def _wait(self, host: str) -> None:
        now = self._clock()
        self._sleep(max(self._next_at.get(host, now) - now, 0.0))
        robots = self._robots.get(host)
        asked = robots.crawl_delay(USER_AGENT) if robots else None
        self._next_at[host] = self._clock() + max(self._seconds, float(asked or 0.0))


def open_client() -> httpx.Client:
    """A client that says who it is and follows a few redirects."""
    return httpx.Client(
        headers={"User-Agent": USER_AGENT},
        timeout=TIMEOUT_SECONDS,
        follow_redirects=True,
        max_redirects=MAX_REDIRECTS,
    )


def _host(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
