"""How the greatest eigenvalue of a completed comparison matrix moves with what is missing.

Scaled by its eigenvector, the matrix is one of shares, and so a Markov chain. The derivative of
the log of the eigenvalue by the log of entry ij is the flow from i to j; the second derivative in
a direction is the asymptotic variance of that direction summed along the chain.
"""

from math import fsum
from operator import mul

from policyscore.weighing.comparing.comparison_matrix import Logs
from policyscore.weighing.comparing.principal_eigenvector import balance, eliminate, potentials


class Flows:
    """The flows of a completed comparison matrix.

    A level raises the logs of the missing entries in its row and lowers those in its column.
    """

    def __init__(self, logs: Logs, shares: list[list[float]]) -> None:
        """Take what is stated, None where it is missing, and the shares of its completion."""
        self.eliminated = eliminate(shares, [0.0] * len(shares))
        self.weights = balance(self.eliminated)
        # Only what is missing moves: its shares and flows, 0 elsewhere.
        self.shares = [
            [share if x is None else 0.0 for share, x in zip(row, stated, strict=True)]
            for row, stated in zip(shares, logs, strict=True)
        ]
        self.flows = [
            [weight * share for share in row]
            for weight, row in zip(self.weights, self.shares, strict=True)
        ]
        self.outflow = [fsum(row) for row in self.flows]
        self.inflow = [fsum(column) for column in zip(*self.flows, strict=True)]

    def slope(self, k: int) -> float:
        """The first derivative by level k."""
        return self.outflow[k] - self.inflow[k]

    def curvature(self, free: list[int], slopes: list[float]) -> list[list[float]]:
        """The second derivatives by the free levels."""
        after: list[list[float]] = []  # for each level, what a state makes of the future
        before: list[list[float]] = []  # and what the past makes of a state
        for k, slope in zip(free, slopes, strict=True):
            leaving = [-row[k] - slope for row in self.shares]
            leaving[k] += fsum(self.shares[k])
            after.append(potentials(self.eliminated, leaving))
            entering = [
                flow - slope * weight
                for flow, weight in zip(self.flows[k], self.weights, strict=True)
            ]
            entering[k] -= self.inflow[k]
            before.append(entering)
        return [
            [
                self._together(k, other)
                - slopes[a] * slopes[b]
                + fsum(map(mul, before[a], after[b]))
                + fsum(map(mul, before[b], after[a]))
                for b, other in enumerate(free)
            ]
            for a, k in enumerate(free)
        ]

    def _together(self, k: int, other: int) -> float:
        """The sum of flows times what both levels do to their logs."""
        if k == other:
            return self.outflow[k] + self.inflow[k]
        return -self.flows[k][other] - self.flows[other][k]
