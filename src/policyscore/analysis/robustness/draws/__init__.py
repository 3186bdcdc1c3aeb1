"""Drawing futures, ranking the options in them, and counting."""
