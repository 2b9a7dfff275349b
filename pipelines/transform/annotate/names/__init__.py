"""Proper names and what they name: people, organizations, places."""
