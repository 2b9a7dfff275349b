"""``onrecord``: the pipeline and its warehouse from the command line. Each command is a file of this package."""

import sys

from rich.console import Console

from pipelines.cli.app import app
from pipelines.cli.errors import UserError
from pipelines.cli.visible import visible

USER_MISTAKE = 2


def main() -> None:
    """Run a command; a user's mistake is one line on stderr and exit code 2."""
    try:
        app()
    except (UserError, ValueError) as mistake:
        Console(stderr=True, soft_wrap=True, highlight=False).print(visible(f"onrecord: {mistake}"), markup=False)
        sys.exit(USER_MISTAKE)
