"""YAML text to plain data with the place of every node, and the findings about it.

The lowest layer: it knows nothing of options, weights or rankings.
"""
