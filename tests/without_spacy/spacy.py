"""Put this folder on PYTHONPATH and spaCy cannot be imported: proof that a run has nothing to read."""

raise ImportError("spaCy was imported although no article is new")
