"""From raw articles to the rows of the warehouse, as pure functions."""
