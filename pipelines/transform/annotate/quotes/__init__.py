"""Reported speech: marks, attributions, contents, speakers."""
