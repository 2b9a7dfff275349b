"""Names and demonyms in an article that may stand for places."""
