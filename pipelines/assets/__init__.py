"""Dagster assets that wire the stages together and hold no logic."""
