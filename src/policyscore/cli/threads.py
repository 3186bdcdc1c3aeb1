"""One thread for NumPy, whose analyses here are too small to gain from several."""

import os


def one_thread() -> None:
    """Keep NumPy's linear algebra from starting a thread a core, unless the user said otherwise.

    Called before NumPy is imported: starting them takes a third of the time of importing it.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
