"""Pictures of what a warehouse holds, for a reader to look at."""
