"""Coverage-guided fuzzing of a reader: ``make fuzz READER=nitf SECONDS=600``.

What ends a run is kept in build/fuzz/READER as a file: mend its cause, and keep the case as a small test.
"""

import re
import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

WATCHED = ["pipelines.extract", "feedparser", "trafilatura", "frontmatter", "markdown_it"]

with atheris.instrument_imports(include=WATCHED):
    from pipelines.extract.formats import READERS
    from tests.fuzz.read_one import read_one
    from tests.fuzz.samples import samples

MEGABYTES = 2_000
SLOWEST_SECONDS = 30
LONGEST_BYTES = 20_000
KIND_CHARS = 90
FOLDER = Path("build", "fuzz")


def main(reader: str, seconds: str) -> None:
    """Fuzz the reader of a format for a time."""
    if reader not in READERS:
        sys.exit(f"READER={reader}: choose one of {', '.join(sorted(READERS))}")
    with atheris.instrument_imports(include=WATCHED):
        import_module(f"pipelines.extract.readers.{READERS[reader]}")
    name, content = samples()[reader]
    corpus = FOLDER / reader / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    (corpus / "sample").write_bytes(content)
    told: set[str] = set()
    with TemporaryDirectory(prefix="onrecord-fuzz-") as inbox:

        def test_one(data: bytes) -> None:
            for reject in read_one(Path(inbox), name, data).rejects:
                kind = re.sub(r"\W*\d+\W*", " ", reject["error_message"])[:KIND_CHARS]
                if reject["error_code"] == "unreadable" and kind not in told:
                    told.add(kind)
                    print(f"the library failed: {reject['error_message']}", flush=True)

        options = {
            "max_total_time": seconds,
            "timeout": SLOWEST_SECONDS,
            "rss_limit_mb": MEGABYTES,
            "max_len": LONGEST_BYTES,
            "artifact_prefix": f"{corpus.parent}/",
            "print_final_stats": 1,
        }
        atheris.Setup([sys.argv[0], *(f"-{key}={value}" for key, value in options.items()), str(corpus)], test_one)
        atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:3])
