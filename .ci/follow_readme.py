"""Run the commands of README.md, in order, and compare what they print with what README says they print.

A ``sh`` block is run line by line and must succeed. A ``console`` block holds a command after ``$ `` and, below
it, the output it must give to the letter. Commands given as arguments have been run already and are left out. Needs
nothing but the standard library.
"""

import re
import subprocess
import sys
from pathlib import Path

BLOCK = re.compile(r"^```(sh|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CLONING = re.compile(r"^(git clone|cd) ")


def sessions(readme: str) -> list[tuple[str, str | None]]:
    """List the commands of a README, each with its promised output; None where none is promised."""
    found: list[tuple[str, str | None]] = []
    for kind, body in BLOCK.findall(readme):
        if kind == "sh":
            commands = [line.split("  #")[0].strip() for line in body.replace("\\\n", "").splitlines()]
            found += [(command, None) for command in commands if command and not CLONING.match(command)]
        else:
            for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                while command.endswith("\\") or command.count('"') % 2:
                    more, _, output = output.partition("\n")
                    command += "\n" + more
                found.append((command, output))
    return found


def main(already_run: list[str]) -> int:
    """Run the others; return 1 at the first command that fails or prints something else."""
    for command, promised in sessions(Path("README.md").read_text(encoding="utf-8")):
        if command in already_run:
            continue
        print(f"$ {command}", flush=True)
        shown = None if promised is None else subprocess.PIPE
        run = subprocess.run(["bash", "-c", command], stdout=shown, text=True, check=False)
        if run.returncode:
            print(f"README's command failed with exit code {run.returncode}: {command}", file=sys.stderr)
            return 1
        if promised is not None and _lines(run.stdout) != _lines(promised):
            print(f"README promises:\n{promised}\nbut it prints:\n{run.stdout}", file=sys.stderr)
            return 1
    return 0


def _lines(output: str) -> list[str]:
    return [line.rstrip() for line in output.strip().splitlines()]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
