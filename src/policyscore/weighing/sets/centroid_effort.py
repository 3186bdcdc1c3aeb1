"""How much work the exact centroid of a set may take."""

MOST_EFFORT = 2_500_000
"""In steps of about a fifth of a microsecond each: half a second."""

DIGIT = 30
"""The bits of one digit of Python's whole numbers."""


MOST_DECIMALS = 400
"""More than any float has."""


class TooFine(Exception):  # noqa: N818 - it tells of the ranges, not of a fault
    """The exact centroid would take too long: ranges cut the set into too many pieces.

    Attributes:
        groups: How many groups of equal weights vary.
        decimals: How many decimals the bounds have at most.
    """

    def __init__(self, groups: int, decimals: int) -> None:
        self.groups = groups
        self.decimals = decimals
        super().__init__(
            f"The ranges of {groups} weights, given to {decimals} decimal"
            f"{'' if decimals == 1 else 's'}, allow too many combinations."
        )


class Effort:
    """Counts work, and stops it once there is too much.

    Args:
        groups: How many groups of equal weights vary.
        unit: How many units make a weight of 1.
    """

    def __init__(self, groups: int, unit: int) -> None:
        self.groups = groups
        self.unit = unit
        self.spent = 0.0

    def spend(self, steps: int, digits: float = 0) -> None:
        """Count steps.

        Args:
            steps: How many.
            digits: The product of the lengths of the two numbers that each multiplies.

        Raises:
            TooFine: If all together is too much.
        """
        self.spent += steps * (1 + digits / 48)
        if self.spent > MOST_EFFORT:
            places = (d for d in range(MOST_DECIMALS) if 10**d % self.unit == 0)
            raise TooFine(self.groups, next(places, MOST_DECIMALS))
