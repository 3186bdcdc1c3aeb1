"""Numbers as readers want them: rounded so that shown parts add up to the shown whole."""

from collections.abc import Mapping, Sequence
from math import floor, fsum, log10


def add_up(parts: Sequence[float], decimals: int = 1) -> list[float]:
    """Round parts so that they add up to their rounded sum (largest remainder method).

    Args:
        parts: The exact parts.
        decimals: Decimals to keep.

    Returns:
        A rounding of each part, up or down, in the same order.
    """
    unit = 10**decimals
    scaled = [part * unit for part in parts]
    floors = [floor(part) for part in scaled]
    missing = round(round(fsum(parts), decimals) * unit) - sum(floors)
    order = sorted(range(len(parts)), key=lambda i: (round(floors[i] - scaled[i], 9), i))
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
    """A score or another number in full, with four digits of a fraction's at the most."""
    value += 0.0  # no minus before a nought
    size = abs(value)
    if size >= 1e15 or 0 < size < 1e-6:
        text = f"{value:.4g}"
    else:
        decimals = 2 if size == 0 or size >= 1 else 3 - floor(log10(size))
        text = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return text.replace("-", minus)


def shares(weights: Mapping[str, float]) -> dict[str, str]:
    """Weights as whole per cent, by criterion.

    They add up to 100, unless that would show equal weights as different. What is above 0 never
    reads as 0.
    """
    exact = [100 * weight for weight in weights.values()]
    rounded = add_up(exact, 0)
    shown: dict[float, set[float]] = {}
    for weight, whole in zip(exact, rounded, strict=True):
        shown.setdefault(round(weight, 9), set()).add(whole)
    if any(len(different) > 1 for different in shown.values()):
        return {key: share(weight) for key, weight in weights.items()}
    return {
        key: _whole(weight, whole)
        for (key, weight), whole in zip(weights.items(), rounded, strict=True)
    }


def share(weight: float) -> str:
    """A weight as a whole per cent, whatever others there are; above 0 it never reads as 0."""
    return _whole(weight, float(floor(round(100 * weight, 9) + 0.5)))


def _whole(weight: float, whole: float) -> str:
    return "0%" if weight == 0 else "<1%" if whole == 0 else f"{whole:.0f}%"


def rank_text(rank: int | None, tied: bool) -> str:
    """A rank as shown: `=` marks a tie, a dash what is not ranked."""
    return "-" if rank is None else f"{rank}{'=' if tied else ''}"


def rank_column(header: str, ranks: Sequence[tuple[int | None, bool]]) -> list[str]:
    """Ranks under a header, the numbers in line whether a `=` follows them or not.

    Args:
        header: What stands above them.
        ranks: Each rank, and whether it is tied.
    """
    blank = " " if any(tied for _, tied in ranks) else ""
    texts = [header + blank]
    texts += [rank_text(rank, tied) + ("" if tied else blank) for rank, tied in ranks]
    width = max(map(len, texts))
    return [text.rjust(width) for text in texts]
