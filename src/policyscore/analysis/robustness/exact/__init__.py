"""Shares that need no draws."""
