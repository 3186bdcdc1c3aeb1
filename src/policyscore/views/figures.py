"""Numbers as readers want them: rounded so that shown parts add up to the shown whole."""

from collections.abc import Sequence
from math import floor


def add_up(parts: Sequence[float], decimals: int = 1) -> list[float]:
    """Round parts so that they add up to their rounded sum (largest remainder method).

    Args:
        parts: The exact parts.
        decimals: Decimals to keep.

    Returns:
        A rounding of each part, up or down, in the same order.
    """
    unit = 10.0**decimals
    scaled = [part * unit for part in parts]
    floors = [floor(part) for part in scaled]
    missing = round(sum(scaled)) - sum(floors)
    order = sorted(range(len(parts)), key=lambda i: (floors[i] - scaled[i], i))
    for i in order[:missing]:
        floors[i] += 1
    return [number / unit for number in floors]


def signed(number: float, minus: str = "-", decimals: int = 1) -> str:
    """A difference with its sign; nothing but a nought if it rounds to zero."""
    rounded = round(number, decimals)
    if rounded == 0:
        return f"{0:.{decimals}f}"
    return f"{'+' if rounded > 0 else minus}{abs(rounded):.{decimals}f}"


def number(value: float, minus: str = "-") -> str:
    """A score or another number as written, without needless decimals."""
    text = f"{value:.10g}" if abs(value) < 1e10 else f"{value:g}"
    if "." in text and "e" not in text:
        text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace("-", minus) if minus != "-" else text


def percentages(weights: Sequence[float]) -> list[str]:
    """Weights as whole per cent that add up to 100; what is above 0 never reads as 0."""
    rounded = add_up([100 * weight for weight in weights], 0)
    return [
        "0 %" if weight == 0 else "<1 %" if whole == 0 else f"{whole:.0f} %"
        for weight, whole in zip(weights, rounded, strict=True)
    ]


def rank_text(rank: int | None, tied: bool) -> str:
    """A rank as shown: `=` marks a tie, a dash what is not ranked."""
    return "-" if rank is None else f"{rank}{'=' if tied else ''}"
