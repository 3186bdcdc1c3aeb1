"""Several rankings side by side."""
