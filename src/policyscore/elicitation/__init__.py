"""Weights asked for question by question: an interview, when it may stop, and what it writes."""
