"""Read an article with spaCy: text in, rows out. The only place that imports spaCy."""
