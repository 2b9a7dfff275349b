"""Which organizations an article names."""
