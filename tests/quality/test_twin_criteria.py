"""PS402 twin-criteria: pairs of criteria whose values rise and fall together."""

from collections.abc import Mapping, Sequence
from math import sqrt
from statistics import correlation

import pytest
from quality_cases import broken, criterion, files_of, place

from policyscore.case.directory import Files
from policyscore.quality.twins import MOST_CRITERIA, MOST_PAIRS, standardise
from policyscore.reading.rules import TWIN_CRITERIA


def case_of(columns: Mapping[str, Sequence[float]]) -> Files:
    rows = zip(*columns.values(), strict=True)
    return files_of(
        {f"option-{n}": dict(zip(columns, row, strict=True)) for n, row in enumerate(rows)}
    )


def test_columns_that_nearly_coincide_are_asked_about_at_the_later_criterion() -> None:
    columns: dict[str, list[float]] = {
        "gain": [0.0, 25, 50, 75, 100],
        "noise": [9, 2, 80, 5, 30],
        "lead": [1, 24, 52, 70, 99],
    }
    (found,) = broken(TWIN_CRITERIA, case_of(columns))
    assert place(found) == ("policyscore.yaml", "lead")
    assert found.message == (
        "Over 5 options the values of Lead and Gain rise and fall together (r = 0.998): do the "
        "two measure the same thing, which then counts twice?"
    )
    assert "merge them" in found.hint


@pytest.mark.parametrize(("r", "asked"), [(0.951, 1), (0.949, 0), (-0.999, 0)])
def test_the_question_begins_above_a_correlation_of_095(r: float, asked: int) -> None:
    x = [-2.0, -1, 0, 1, 2]
    other = [1.0, -2, 0, 2, -1]  # as long as x, and at a right angle to it
    y = [r * a + sqrt(1 - r**2) * b for a, b in zip(x, other, strict=True)]
    columns = {"gain": [50 + 10 * a for a in x], "lead": [50 + 10 * b for b in y]}
    assert len(broken(TWIN_CRITERIA, case_of(columns))) == asked


def test_four_options_are_too_few_to_tell() -> None:
    assert broken(TWIN_CRITERIA, case_of({"gain": [0, 30, 60, 90], "lead": [0, 30, 60, 90]})) == []


def test_a_column_without_spread_is_no_twin() -> None:
    assert broken(TWIN_CRITERIA, case_of({"gain": [50] * 5, "lead": [50] * 5})) == []


def test_values_are_compared_so_that_scales_in_opposite_directions_can_be_twins() -> None:
    tree = {"gain": criterion("Gain"), "loss": criterion("Loss", better="lower")}
    options = {f"option-{n}": {"gain": 20 * n, "loss": 100 - 20 * n} for n in range(6)}
    (found,) = broken(TWIN_CRITERIA, files_of(options, criteria=tree))
    assert "Loss and Gain" in found.message
    assert "r = 1.000" in found.message


def test_of_many_pairs_only_the_strongest_are_asked_about_each_once() -> None:
    columns = {f"c{n}": [0.0, 20, 40, 60, 80 + n] for n in range(8)}  # 28 pairs
    found = broken(TWIN_CRITERIA, case_of(columns))
    assert len(found) == MOST_PAIRS
    assert len({f.message for f in found}) == MOST_PAIRS


def test_only_the_first_hundred_criteria_are_compared() -> None:
    steps = [0.0, 25, 50, 75, 100]
    columns = {f"c{n}": [50.0] * 5 for n in range(MOST_CRITERIA + 1)}
    columns["c0"] = columns[f"c{MOST_CRITERIA}"] = steps
    assert broken(TWIN_CRITERIA, case_of(columns)) == []
    columns[f"c{MOST_CRITERIA - 1}"] = steps
    assert len(broken(TWIN_CRITERIA, case_of(columns))) == 1


def test_standardised_columns_multiply_to_pearsons_r() -> None:
    a, b = [3.0, 1, 4, 1, 5, 9, 2, 6], [2.0, 7, 1, 8, 2, 8, 1, 8]
    r = sum(x * y for x, y in zip(standardise(a), standardise(b), strict=True))
    assert r == pytest.approx(correlation(a, b), abs=1e-12)
