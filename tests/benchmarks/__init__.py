"""Measurements of speed and accuracy; none of them is a test."""
