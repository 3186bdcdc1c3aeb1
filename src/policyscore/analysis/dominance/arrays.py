"""Types of arrays, and the values of options as arrays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from policyscore.scoring.totals import Valued

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class ValueTable:
    """Values, 0 to 100, of n options on m criteria.

    Attributes:
        options: The options' ids; n.
        criteria: The criteria's ids; m.
        likely: Values of the pooled scores; n × m.
        lows: Values of the worst scores that the judgements allow; n × m.
        highs: Values of the best scores that the judgements allow; n × m.
    """

    options: tuple[str, ...]
    criteria: tuple[str, ...]
    likely: Floats
    lows: Floats
    highs: Floats


def value_table(valued: Mapping[str, Valued], criteria: Sequence[str]) -> ValueTable:
    """Options' values as arrays, lows never above and highs never below what is likely."""
    shape = (len(valued), len(criteria))
    likely, lows, highs = (
        np.array([[part[c] for c in criteria] for part in parts], dtype=float).reshape(shape)
        for parts in (
            [v.values for v in valued.values()],
            [v.lows for v in valued.values()],
            [v.highs for v in valued.values()],
        )
    )
    return ValueTable(
        tuple(valued),
        tuple(criteria),
        likely,
        np.minimum(lows, likely),
        np.maximum(highs, likely),
    )
