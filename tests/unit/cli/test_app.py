import subprocess
import sys

import pytest
from typer.testing import CliRunner

from pipelines.cli.app import COMMANDS, app

SLOW = {"dagster", "dataframely", "spacy", "sqlalchemy"}


def test_help_lists_every_command() -> None:
    shown = CliRunner().invoke(app, ["--help"]).output

    assert [name for name in COMMANDS if f"│ {name} " not in shown] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_of_its_own(command: str) -> None:
    shown = CliRunner().invoke(app, [command, "--help"])

    assert shown.exit_code == 0, shown.output
    assert f" {command} " in shown.output


def test_a_query_does_not_wait_for_the_tools_of_a_run() -> None:
    code = "import sys; from pipelines.cli.app import app; app(['sql', '--help'], standalone_mode=False)"
    loaded = f"{code}; print('loaded:', *{SLOW!r} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "loaded:"


def test_unknown_command_is_a_mistake_of_the_user() -> None:
    answer = CliRunner().invoke(app, ["publish"])

    assert answer.exit_code == 2
    assert "No such command 'publish'" in answer.output
