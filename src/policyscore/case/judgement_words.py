"""How a judgement given as a distribution reads: `normal 40 ± 10`, `12 samples from 3 to 60`."""

from collections.abc import Callable
from math import fsum

from policyscore.case.distributions import form_of
from policyscore.case.naming import plain
from policyscore.case.options import Judgement


def distribution_words(
    judgement: Judgement,
    number: Callable[[float], str] = plain,
    plus_minus: str = "±",
    *,
    named: bool = True,
) -> str:
    """A judgement given as a distribution, in words.

    Args:
        judgement: A judgement that `form_of` gives a name for.
        number: How a number is written.
        plus_minus: What stands between mean and standard deviation.
        named: Whether to begin with the name of the form; what is said of samples has none.
    """
    if judgement.samples is not None:
        samples = judgement.samples
        low, high = number(min(samples)), number(max(samples))
        mean = float(f"{fsum(samples) / len(samples):.6g}")
        return f"{len(samples):,} samples from {low} to {high}, mean {number(mean)}"
    if judgement.normal is not None:
        mean_and_deviation = map(number, judgement.normal)
        return "normal " * named + f" {plus_minus} ".join(mean_and_deviation)
    words = "beta " * named + ", ".join(map(number, judgement.beta or ()))
    if judgement.low is None or judgement.high is None:
        return words
    return f"{words} from {number(judgement.low)} to {number(judgement.high)}"


def as_in_file(judgement: Judgement) -> str:
    """A judgement's distribution as it stands in a file, such as `normal: [40, 10]`, or nothing."""
    form = form_of(judgement)
    return f"{form}: [{', '.join(map(plain, getattr(judgement, form)))}]" if form else ""
