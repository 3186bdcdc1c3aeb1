"""The small phrases that the views of robustness are made of."""

from math import floor, isfinite, log10

CERTAIN = 1 - 1e-12
NEVER = "0%"

_STRAY = 1e-12
_WIDE = 0.005  # half-widths above this leave no decimals


def percent(share: float, half_width: float = 0.0) -> str:
    """A share with as many digits as its error leaves.

    Only what is never or always so reads as 0 or 100 per cent.

    Args:
        share: The share, 0 to 1.
        half_width: By how much it may be off: by more than half a point, it has no decimals.
    """
    if share <= _STRAY:
        return NEVER
    if share >= CERTAIN:
        return "100%"
    decimals = 1 if half_width <= _WIDE else 0
    least = 10.0**-decimals
    if 100 * share < least / 2:
        return f"<{least:.{decimals}f}%"
    if 100 * (1 - share) < least / 2:
        return f">{100 - least:.{decimals}f}%"
    return f"{100 * share:.{decimals}f}%"


def points(width: float) -> str:
    """A half-width in percentage points, rounded up to two digits so that it is never too small."""
    if not isfinite(width):
        return "an unknown number of points"
    size = 100 * width
    if size <= 0:
        return "0 points"
    decimals = max(1 - floor(log10(size)), 0)
    unit = 10.0**decimals
    rounded = -floor(-size * unit + 1e-9) / unit
    text = f"{rounded:.{decimals}f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text} points"


def thousands(count: int) -> str:
    """A count with commas."""
    return f"{count:,}"


def counted(count: int, one: str, more: str) -> str:
    """A count with its noun."""
    return f"{thousands(count)} {one if count == 1 else more}"


def mean_rank(rank: float | None) -> str:
    """An expected rank with one decimal; a dash if an option never has a rank."""
    return "-" if rank is None else f"{rank:.1f}"
