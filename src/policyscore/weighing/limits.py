"""How much can be weighed at once, and how unequally."""

LARGEST_RATIO = 1000
"""The largest ratio that two names can stand in; 1/1000 is the smallest.

Saaty's scale ends at 9. A ratio beyond this is a slip of the pen, and its name could as well
have no weight.
"""

SAATYS_LARGEST = 9
"""Where Saaty's scale ends, on which the tables for consistency hold."""

MOST_IN_PAIRS = 15
"""As many names as the tables of random indices know."""

MOST_BEST_WORST = 30
"""More names are not weighed, for the linear model takes time in the cube of their number."""
