"""Most memory that a process takes to read so many articles: ``python -m tests.benchmarks.memory COUNT``, in MB."""

import resource
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from pipelines.ids import article_id
from pipelines.settings import load_settings
from pipelines.transform.annotate.chunk_task import read_chunk
from pipelines.transform.annotate.chunks import reading_ids
from pipelines.transform.structure.structure import structure_texts
from tests.benchmarks.corpus import make_articles


def main() -> None:
    """Read chunk after chunk, each made when its turn comes, as a worker gets them."""
    count, size = int(sys.argv[1]), load_settings().chunk_size
    with TemporaryDirectory() as folder:
        for first in range(0, count, size):
            made = list(make_articles(min(size, count - first), first=first))
            rows = {"article_id": [article_id(one.source_uri) for one in made], "text": [one.text for one in made]}
            texts = pl.DataFrame(rows).with_columns(
                published_date=pl.date(2025, 6, 1), source_uri=pl.Series([one.source_uri for one in made])
            )
            structured = structure_texts(texts)
            read_chunk((reading_ids(*structured), *structured), str(Path(folder)))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main()
