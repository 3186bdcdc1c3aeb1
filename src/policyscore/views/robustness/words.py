"""The small phrases that the views of robustness are made of."""

from math import floor, isfinite, log10

from policyscore.views.robustness.scene import CERTAIN

_STRAY = 1e-12


def percent(share: float) -> str:
    """A share with one decimal; only what is never or always so reads as 0 or 100 per cent."""
    if share <= _STRAY:
        return "0%"
    if share >= CERTAIN:
        return "100%"
    if share < 0.0005:
        return "<0.1%"
    if share > 0.9995:
        return ">99.9%"
    return f"{100 * share:.1f}%"


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
