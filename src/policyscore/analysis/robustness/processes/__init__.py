"""Draws handed to other processes, here or on a cluster."""
