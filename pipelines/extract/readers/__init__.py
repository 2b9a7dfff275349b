"""One reader per format: the bytes of a file in, articles of one shape out."""
