"""The mathematics of comparisons: of pairs, and of the best and the worst with the rest."""
