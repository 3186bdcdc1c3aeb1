"""Stated judgements of what matters, made into weights that sum to 1."""
