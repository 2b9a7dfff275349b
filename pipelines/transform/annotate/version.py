"""The version of the reading, apart from the code that reads so that it can be told without loading spaCy."""

EXTRACTOR_VERSION = "1"
"""Raise it with every change of rules, lexicon or model that changes rows: all articles are then read anew."""
