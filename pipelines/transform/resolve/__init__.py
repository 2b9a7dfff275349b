"""Decide across articles: same person, same organization, which place. Polars on names, never on text."""
