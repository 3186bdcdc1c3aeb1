"""Best-worst comparisons to try the models on, and the models."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import NamedTuple

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from stated_comparisons import random_of

from policyscore.weighing.comparing.best_worst_models import (
    LinearWeights,
    NonlinearWeights,
    linear,
    nonlinear,
)
from policyscore.weighing.comparing.best_worst_statements import Ratios

MANY = settings(max_examples=60, derandomize=True, deadline=None)
Model = Callable[[str, str, Ratios, Ratios], LinearWeights | NonlinearWeights]
MODELS = pytest.mark.parametrize("model", [linear, nonlinear])


class Case(NamedTuple):
    best: str
    worst: str
    best_to_others: Mapping[str, Fraction]
    others_to_worst: Mapping[str, Fraction]


def case_of(span: Fraction, middle: list[tuple[Fraction, Fraction]]) -> Case:
    names = [f"m{k}" for k in range(len(middle))]
    first = {name: a for name, (a, _) in zip(names, middle, strict=True)}
    second = {name: b for name, (_, b) in zip(names, middle, strict=True)}
    return Case("best", "worst", first | {"worst": span}, {"best": span} | second)


RATIO = st.one_of(
    st.integers(1, 9).map(Fraction),
    st.integers(10, 90).map(lambda x: Fraction(x, 10)),
    st.sampled_from([Fraction(1000), Fraction(1)]),
)
CASES = st.builds(case_of, RATIO, st.lists(st.tuples(RATIO, RATIO), max_size=6))


def random_case(seed: int) -> Case:
    random = random_of(seed)
    count = random.randint(1, 7)
    span = Fraction(random.randint(2, 9))
    middle = [
        (Fraction(random.randint(1, int(span))), Fraction(random.randint(1, int(span))))
        for _ in range(count)
    ]
    return case_of(span, middle)


def comparisons_of(case: Case) -> tuple[list[str], list[tuple[int, int, float]]]:
    names = [case.best, *(name for name in case.best_to_others if name != case.worst), case.worst]
    pairs = [(0, names.index(j), float(a)) for j, a in case.best_to_others.items()]
    last = len(names) - 1
    pairs += [(names.index(j), last, float(a)) for j, a in case.others_to_worst.items()]
    return names, pairs
