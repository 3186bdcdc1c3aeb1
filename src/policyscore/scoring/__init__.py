"""A case and weights made into values, totals and rankings, in plain exact Python."""
