"""What bounds weights: lows, highs and chains of falling weight, and which of them matter."""

from dataclasses import dataclass
from math import fsum, inf


@dataclass(frozen=True, slots=True)
class Bounds:
    """Groups of names of equal weight, and what bounds them; chains of falling weight.

    Attributes:
        chains: The groups of each chain by number, the greatest weight first.
        counts: How many names each group has.
        lows: The least weight of a name of each group anywhere in the set.
        highs: The greatest; above the low.
        inner: A weight for each group, strictly inside the set.
        stated: Lows and highs that, with the chains and the sum, are enough to say what the set
            is; empty if all lows and highs are to be heeded.
    """

    chains: tuple[tuple[int, ...], ...]
    counts: tuple[int, ...]
    lows: tuple[float, ...]
    highs: tuple[float, ...]
    inner: tuple[float, ...]
    stated: tuple[tuple[float, float], ...] = ()

    @property
    def is_ordered(self) -> bool:
        """Whether any two groups stand in an order."""
        return any(len(chain) > 1 for chain in self.chains)

    def that_matter(self) -> tuple[dict[int, float], dict[int, float]]:
        """Lows and highs, by group, that neither the chains nor the sum already imply.

        A low is implied by one as great later in the chain, a high by one as small before, or by
        the sum: of the groups up to some place of a chain, the last has the least weight.
        """
        said = self.stated or tuple(zip(self.lows, self.highs, strict=True))
        whole = fsum(count * weight for count, weight in zip(self.counts, self.inner, strict=True))
        lows: dict[int, float] = {}
        highs: dict[int, float] = {}
        for chain in self.chains:
            names, most = 0, inf
            for group in chain:
                names += self.counts[group]
                if said[group][1] < most and said[group][1] * names < whole:
                    highs[group] = said[group][1]
                most = min(most, said[group][1])
            least = 0.0
            for group in reversed(chain):
                if said[group][0] > least:
                    lows[group] = least = said[group][0]
        return lows, highs
