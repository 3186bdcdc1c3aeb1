"""Agreement of profiles: tau-b as in SciPy, Kendall's W from Friedman's chi-square, and firsts."""

import pytest
from generated_cases import Scale, flow
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import friedmanchisquare, kendalltau

from policyscore.case.directory import Files
from policyscore.decision import check
from policyscore.scoring.agreement import Agreement, concordance, tau_b

few_ranks = st.lists(st.integers(1, 4), min_size=3, max_size=9)
tables = st.integers(3, 8).flatmap(
    lambda n: st.lists(st.lists(st.integers(1, 5), min_size=n, max_size=n), min_size=2, max_size=6)
)
thorough = settings(max_examples=60, deadline=None, derandomize=True)


@thorough
@given(few_ranks, st.data())
def test_tau_b_is_that_of_scipy(first: list[int], data: st.DataObject) -> None:
    second = data.draw(st.lists(st.integers(1, 4), min_size=len(first), max_size=len(first)))
    found = tau_b(first, second)
    if len(set(first)) == 1 or len(set(second)) == 1:
        assert found is None
    else:
        assert found == pytest.approx(kendalltau(first, second).statistic, abs=1e-12)
        assert tau_b(second, first) == found


@thorough
@given(tables)
def test_kendalls_w_is_that_of_friedmans_chi_square(table: list[list[int]]) -> None:
    found = concordance(table)
    raters, items = len(table), len(table[0])
    if all(len(set(row)) == 1 for row in table):
        assert found is None
        return
    chi_square = friedmanchisquare(*zip(*table, strict=True)).statistic
    assert found == pytest.approx(chi_square / (raters * (items - 1)), abs=1e-9)


@thorough
@given(tables)
def test_the_scale_of_the_ranks_does_not_matter_to_w(table: list[list[int]]) -> None:
    assert concordance([[rank * 3 for rank in row] for row in table]) == concordance(table)


def test_the_same_order_agrees_fully_and_a_reversed_one_not_at_all() -> None:
    assert tau_b([1, 2, 3, 4], [1, 2, 3, 4]) == concordance([[1, 2, 3], [1, 2, 3]]) == 1
    assert tau_b([1, 2, 3, 4], [4, 3, 2, 1]) == -1
    assert concordance([[1, 2, 3], [3, 2, 1]]) == 0


@pytest.mark.parametrize("table", [[], [[1, 2, 3]], [[1], [1]], [[1, 1, 1], [1, 1, 1]]])
def test_w_needs_two_rankings_of_two_options_that_do_not_all_tie(table: list[list[int]]) -> None:
    assert concordance(table) is None


def agreement(profiles: dict[str, tuple[int, int]], at_most: float = 100) -> Agreement:
    """How profiles, given as points of two criteria, agree on four options."""
    scale = Scale(0, 100, "higher")
    ends = {scale.low: "low", scale.high: "high"}
    criterion = {"title": "C", "better": "higher", "scale": ends}
    header = {
        "policyscore": 1,
        "title": "T",
        "baseline": "a",
        "criteria": {"x": {**criterion, "at-most": at_most}, "y": criterion},
    }
    texts = {"policyscore.yaml": flow(header)}
    for option, (x, y) in {"a": (10, 90), "b": (90, 10), "c": (60, 50), "d": (20, 20)}.items():
        texts[f"options/{option}.yaml"] = flow({"title": option, "scores": {"x": x, "y": y}})
    for name, (x, y) in profiles.items():
        texts[f"weights/{name}.yaml"] = flow({"title": name, "points": {"x": x, "y": y}})
    decision, _ = check(Files(texts=texts, present=set(texts)))
    assert decision is not None
    return decision.agreement([decision.rank(name) for name in profiles])


def test_options_that_are_first_somewhere_are_named_with_where() -> None:
    found = agreement({"for-x": (3, 1), "for-y": (1, 3), "more-x": (9, 1), "even": (1, 1)})
    assert found.firsts == {"b": ("for-x", "more-x"), "a": ("for-y",), "c": ("even",)}
    assert found.mean_ranks == {"b": 1.75, "c": 1.75, "a": 2.5, "d": 3.75}
    assert list(found.mean_ranks) == ["b", "c", "a", "d"]


def test_every_pair_of_profiles_is_compared_once() -> None:
    found = agreement({"for-x": (3, 1), "for-y": (1, 3), "even": (1, 1)})
    assert list(found.pairs) == [("for-x", "for-y"), ("for-x", "even"), ("for-y", "even")]
    assert found.least_alike == ("for-x", "for-y")
    assert all(tau is not None for tau in found.pairs.values())


def test_options_that_are_excluded_are_left_out_of_the_comparison() -> None:
    found = agreement({"for-x": (3, 1), "for-y": (1, 3)}, at_most=70)
    assert found.mean_ranks["b"] is None
    assert list(found.mean_ranks)[-1] == "b"
    assert found.firsts == {"c": ("for-x",), "a": ("for-y",)}


def test_one_profile_agrees_with_nobody() -> None:
    found = agreement({"even": (1, 1)})
    assert (found.concordance, found.pairs, found.least_alike) == (None, {}, None)
