"""Findings for programs: one renderer a format, each from a report to text."""
