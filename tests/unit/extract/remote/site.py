"""A site of the web on this machine, that notes who asks for what."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Site:
    """Pages by path; a page of status 200 has its number of versions as ETag."""

    address: str
    pages: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    asked: list[tuple[str, int]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)

    def publish(self, **pages: str) -> None:
        """Put pages of these names on the site."""
        self.pages |= {f"/{name}": (200, text.encode()) for name, text in pages.items()}

    @property
    def fetched(self) -> list[str]:
        """Paths that were answered with a page."""
        return [path for path, status in self.asked if status == 200 and path != "/robots.txt"]


@contextmanager
def served() -> Iterator[Site]:
    """Serve a site until the end of the block."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, content = site.pages.get(self.path, (404, b""))
            tag = f'"{hash(content)}"'
            if status == 200 and self.headers.get("If-None-Match") == tag:
                status, content = 304, b""
            site.asked.append((self.path, status))
            site.agents.add(self.headers.get("User-Agent", ""))
            self.send_response(status)
            self.send_header("ETag", tag)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args: object) -> None:
            """Nothing: the site notes it itself."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = Site(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
