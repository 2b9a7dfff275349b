"""Expressions of time and the days they name."""
