"""One option with all that is behind it."""
