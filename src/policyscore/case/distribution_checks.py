"""Checks of judgements given as distributions: `normal`, `beta` and `samples`."""

from collections.abc import Iterator
from typing import NamedTuple

from policyscore.case.distributions import (
    BETA_ENDS,
    FORMS,
    distribution_of,
    form_of,
    share_beyond,
)
from policyscore.case.kinds import Where
from policyscore.case.naming import listed, plain
from policyscore.case.options import Judgement
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding
from policyscore.reading.document import Document
from policyscore.reading.rules import Rule

# Beyond these a beta distribution is a point, or as good as its two ends.
LEAST_SHAPE, LARGEST_SHAPE = 0.01, 10_000.0
FEWEST_SAMPLES, MOST_SAMPLES = 2, 10_000
SHARE_BEYOND = 0.01
_TWO = {
    "normal": "Write the mean and the standard deviation, such as `normal: [40, 10]`.",
    "beta": "Write its two shapes, such as `beta: [2, 5]`.",
}


class _Problem(NamedTuple):
    """What is wrong with a judgement: the rule, the place in the judgement, the words."""

    rule: Rule
    where: Where
    message: str
    hint: str
    of_key: bool = True


def check_distribution(document: Document, judgement: Judgement, here: Where) -> Iterator[Finding]:
    """Check a judgement given as a distribution, whatever the scale.

    Args:
        document: The option's file.
        judgement: The judgement.
        here: Where it stands.
    """
    for rule, where, message, hint, of_key in _problems(judgement):
        yield document.finding(rule, (*here, *where), message, hint, of_key=of_key)


def _problems(judgement: Judgement) -> Iterator[_Problem]:
    stated = [name for name in ("likely", *FORMS) if getattr(judgement, name) is not None]
    if len(stated) > 1:
        message = f"The judgement has {listed(stated, 'and')}, each of which says all by itself."
        hint = "Keep one of them; several judges give a judgement each, in a list."
        yield _Problem(rules.JUDGEMENT_FORMS, (stated[1],), message, hint)
        return
    (form,) = stated
    ends = [name for name in ("low", "high") if getattr(judgement, name) is not None]
    if form != "beta" and ends:
        message = f"{listed(ends, 'and')} {'do' if len(ends) > 1 else 'does'} not go with `{form}`."
        hint = f"Delete {'both' if len(ends) > 1 else 'it'}: `{form}` says itself how far it goes."
        yield _Problem(rules.JUDGEMENT_FORMS, (ends[0],), message, hint)
    if form == "samples":
        yield from _samples(judgement.samples or ())
        return
    numbers: tuple[float, ...] = (judgement.normal or judgement.beta) or ()
    if len(numbers) != 2:
        message = f"`{form}` needs two numbers, and has {len(numbers) or 'none'}."
        yield _Problem(rules.WRONG_TYPE, (form,), message, _TWO[form])
    elif form == "normal":
        yield from _normal(*numbers)
    else:
        yield from _beta(numbers, judgement.low, judgement.high)


def _normal(mean: float, deviation: float) -> Iterator[_Problem]:
    if deviation <= 0:
        message = f"The standard deviation of `normal` is {plain(deviation)}."
        hint = f"Write a number above 0; a score that is certain is `likely: {plain(mean)}`."
        yield _Problem(rules.OUT_OF_RANGE, ("normal", 1), message, hint, of_key=False)


def _beta(shapes: tuple[float, ...], low: float | None, high: float | None) -> Iterator[_Problem]:
    for index, shape in enumerate(shapes):
        if not LEAST_SHAPE <= shape <= LARGEST_SHAPE:
            message = f"A shape of `beta` is {plain(shape)}."
            hint = f"Write a number from {plain(LEAST_SHAPE)} to {LARGEST_SHAPE:,.0f}."
            yield _Problem(rules.OUT_OF_RANGE, ("beta", index), message, hint, of_key=False)
    if low is not None and low == high:
        message = f"`low` and `high` are both {plain(low)}, so `beta` has nothing to spread over."
        hint = f"Move one of them, or write `likely: {plain(low)}`."
        yield _Problem(rules.JUDGEMENT_ORDER, ("low",), message, hint, of_key=False)


def _samples(samples: tuple[float, ...]) -> Iterator[_Problem]:
    count = len(samples)
    if count < FEWEST_SAMPLES:
        message = f"`samples` needs two numbers or more, and has {count or 'none'}."
        hint = "Add what else was drawn; a single number is `likely`."
        yield _Problem(rules.WRONG_TYPE, ("samples",), message, hint)
    elif count > MOST_SAMPLES:
        message = f"`samples` has {count:,} numbers."
        hint = f"Keep {MOST_SAMPLES:,} of them at the most, or describe them by `normal` or `beta`."
        yield _Problem(rules.OUT_OF_RANGE, ("samples",), message, hint)


def check_on_scale(
    document: Document,
    judgement: Judgement,
    here: Where,
    criterion: str,
    ends: tuple[float, float],
) -> Iterator[Finding]:
    """Check a judgement given as a distribution against the scale of its criterion.

    Args:
        document: The option's file.
        judgement: The judgement; of one that fails `check_distribution` nothing more is said.
        here: Where it stands.
        criterion: The criterion's id.
        ends: Lowest and highest number of its scale.
    """
    if any(_problems(judgement)):
        return
    form = form_of(judgement)
    low, high = map(plain, ends)
    scale = f"the scale of `{criterion}`, which runs from {low} to {high}"
    if judgement.normal is not None and not ends[0] <= judgement.normal[0] <= ends[1]:
        mean = plain(judgement.normal[0])
        message = f"The mean {mean} lies outside {scale}."
        yield document.finding(rules.OFF_SCALE, (*here, form, 0), message)
        return
    if form == "beta":
        if judgement.low is None and judgement.high is None and ends != BETA_ENDS:
            yield document.finding(
                rules.JUDGEMENT_INCOMPLETE,
                (*here, form),
                f"`beta` alone runs from 0 to 1, and the scale of `{criterion}` from {low} to "
                f"{high}.",
                f"Add the ends between which it is spread: `low: {low}` and `high: {high}` for "
                "the whole scale.",
                of_key=True,
            )
        return
    share = share_beyond(distribution_of(judgement, ends))
    if share > SHARE_BEYOND:
        what = "`normal`" if form == "normal" else "the samples"
        yield document.finding(
            rules.BEYOND_SCALE,
            (*here, form),
            f"{share:.1%} of {what} {'lies' if form == 'normal' else 'lie'} beyond {scale}, and "
            "counts as its end.",
            "Narrow it or move it, give a `beta` with `low` and `high`, which stays between them, "
            "or lengthen the scale and ask for the weights again.",
            of_key=True,
        )
