"""One ranking."""
