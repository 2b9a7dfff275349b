"""Build the DuckDB file, audit it, publish it. The only place that opens DuckDB for writing."""
