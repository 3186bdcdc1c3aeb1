"""Flips of experts' weights: the header is changed, read and ranked anew on both sides."""

from fractions import Fraction
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sensitivity_cases import (
    CaseData,
    analysed,
    cases,
    decide,
    near,
    plain_case,
    quick,
    ranked_first,
    with_weight,
)

from policyscore.analysis.sensitivity.rational import Form, first_root
from policyscore.analysis.sensitivity.results import ExpertFlip, Flip

STEP = 1e-5


def check_down(expert: ExpertFlip, at: Any, first: tuple[str, ...]) -> None:
    """Whether first place is as said while the weight falls to 0, or just above it."""
    least = 1e-7 if expert.alone else 0.0
    if expert.down is None:
        for share in (0.999, 0.5, 0.1, 0.0):
            assert at(max(expert.weight * share, least)) == first
        return
    assert 0 <= expert.down.at <= expert.weight
    if expert.weight - expert.down.at > 2 * STEP:
        assert at((expert.weight + expert.down.at) / 2) == first
        assert at(expert.down.at + STEP) == first
    if expert.down.at > 2 * STEP:
        assert at(expert.down.at - STEP) == expert.down.first
    elif expert.down.at == 0:
        assert at(0.0) == expert.down.first


def check_up(expert: ExpertFlip, at: Any, first: tuple[str, ...]) -> None:
    """Whether first place is as said while the weight rises."""
    if expert.up is None:
        for weight in (expert.weight + 0.5, 9.0, 2_000.0):
            assert at(weight) == first
        return
    step = STEP * max(1.0, expert.up.at) ** 2
    assert expert.up.at >= expert.weight
    if expert.up.at - expert.weight > 2 * step:
        assert at((expert.weight + expert.up.at) / 2) == first
        assert at(expert.up.at - step) == first
    if expert.up.at < 1e4:
        assert at(expert.up.at + step) == expert.up.first


@quick
@given(cases())
def test_an_experts_weight_flips_first_place_where_it_is_said_to(data: CaseData) -> None:
    decision, found = decide(data), analysed(data)
    for expert in found.experts:

        def at(weight: float, expert: ExpertFlip = expert) -> Any:
            return ranked_first(decision, with_weight(decision.case, expert.expert, weight))

        if expert.expert == "case-author":
            assert expert.pooled == 0
        else:
            check_down(expert, at, found.first)
            check_up(expert, at, found.first)


def test_two_experts_and_the_weight_at_which_they_are_level() -> None:
    # a's pool is (70 w + 20) / (w + 1), level with b's 50 at w = 1.5
    said = [{"by": "ada", "likely": 70}, {"by": "ben", "likely": 20}]
    data = plain_case({"cost": 1.0}, {"a": [said], "b": [50.0]})
    ada = next(e for e in analysed(data).experts if e.expert == "ada")
    assert ada.up == Flip(near(1.5), ("a", "b"), ("a",))
    assert (ada.down, ada.judgements, ada.pooled, ada.alone) == (None, 1, 1, False)


def test_an_expert_who_judges_alone_changes_nothing_by_weight() -> None:
    data = plain_case({"cost": 1.0}, {"a": [{"by": "ada", "likely": 70}], "b": [50.0]})
    ada = next(e for e in analysed(data).experts if e.expert == "ada")
    assert (ada.nearest, ada.alone, ada.pooled) == (None, True, 0)


def test_a_tie_with_no_weight_at_all_is_told() -> None:
    said = [{"by": "ada", "likely": 70}, {"by": "ben", "likely": 50}]
    data = plain_case({"cost": 1.0}, {"a": [said], "b": [50.0]})
    ada = next(e for e in analysed(data).experts if e.expert == "ada")
    assert ada.down == Flip(0.0, ("a", "b"), ("a", "b"))


RESIDUES = st.lists(
    st.tuples(st.integers(1, 30).map(lambda n: n / 4), st.integers(-40, 40).map(float)),
    min_size=1,
    max_size=5,
    unique_by=lambda pair: pair[0],
)


@quick
@given(RESIDUES, st.integers(-30, 30).map(lambda n: n / 8), st.booleans())
def test_roots_are_those_of_the_polynomial(
    residues: list[tuple[float, float]], constant: float, backwards: bool
) -> None:
    form = Form(constant, 0.0, {pole: r for pole, r in residues if r})
    if not form.residues:
        return
    poles = list(form.residues)
    whole = constant * np.poly([-p for p in poles])
    for pole, residue in form.residues.items():
        rest = np.poly([-p for p in poles if p != pole])
        whole = np.polyadd(whole, residue * np.atleast_1d(rest))
    roots = sorted(x.real for x in np.roots(whole) if abs(x.imag) < 1e-7 and 0 < x.real < 50)
    close = [b - a for a, b in pairwise(roots)]
    if any(gap < 1e-3 for gap in close) or any(x > 49.99 or x < 0.01 for x in roots):
        return
    sign = -1 if backwards else 1
    falling = [x for x in roots if sign * form.rise(x) < 0]
    expected = (max if backwards else min)(falling, default=None)
    root = first_root(form, 0.0, 50.0, backwards=backwards)
    assert (root is None) == (expected is None)
    if root is not None and expected is not None:
        assert root == pytest.approx(expected, rel=1e-6)


def test_a_root_is_exact_to_the_last_bits() -> None:
    form = Form(-1.0, 0.0, {0.5: 1.0, 1.5: 2.0, 2.5: -1.0})
    root = first_root(form, 0.0, float("inf"))
    assert root is not None

    def exact(t: Fraction) -> Fraction:
        terms = (Fraction(r) / (Fraction(p) + t) for p, r in form.residues.items())
        return sum(terms, Fraction(-1))

    bit = Fraction(1, 10**14)
    assert exact(Fraction(root) - bit) > 0 > exact(Fraction(root) + bit)
