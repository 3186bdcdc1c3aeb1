"""Names for the arrays that pass between modules of this folder."""

from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Ranks = npt.NDArray[np.unsignedinteger[Any]]
