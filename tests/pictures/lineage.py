"""Take the picture of the lineage graph: ``python -m tests.pictures.lineage URL``, with ``make ui`` running at URL."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURE = Path(__file__).with_name("lineage.png")
WINDOW = {"width": 4200, "height": 1500}
GRAPH = {"x": 840, "y": 260, "width": 3080, "height": 1020}
"""The graph alone, without the menus around it."""
SETTLING_MS = 15_000


def main() -> None:
    """Open the page, wait until the graph has settled, and keep what it shows."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport=WINDOW, device_scale_factor=0.6)
        page.goto(f"{sys.argv[1]}/asset-groups")
        page.locator("foreignObject").get_by_text("publish", exact=True).wait_for()
        page.wait_for_timeout(SETTLING_MS)
        page.screenshot(path=PICTURE, clip=GRAPH)
        browser.close()


if __name__ == "__main__":
    main()
