"""List the inbox, hash, read what is new or changed: one reader per format, one shape out. Nothing is corrected."""
