"""Small random decisions for properties, and what the program finds for them."""

from typing import Any

from hypothesis import strategies as st
from independent_cases import load

from policyscore.analysis.robustness.draws.sampling import Amount
from policyscore.analysis.robustness.results import OptionShares, Robustness
from policyscore.analysis.robustness.robustness import robustness

UNLIKELY = 4.5
Data = dict[str, Any]


def found_of(
    data: Data, which: str = "any", samples: int = 4_000, profile: str = "p", **more: Any
) -> Robustness:
    decision = load(data)
    confidence = more.pop("confidence", False)
    amount = Amount(samples, seed=more.pop("seed", 1), confidence=confidence)
    return robustness(decision.case, decision.weights, profile, which, amount, **more)


def even(count: int) -> Data:
    return {"p": {"points": {f"c{j}": 1 for j in range(count)}}}


def alike(one: OptionShares, other: OptionShares) -> bool:
    """Whether two results are within their errors."""
    pairs = zip(one.acceptability, one.errors, other.acceptability, other.errors, strict=True)
    return all(abs(a - b) <= UNLIKELY * (e * e + f * f) ** 0.5 + 0.01 for a, e, b, f in pairs)


SCORE = st.integers(0, 20).map(lambda x: 5 * x)
RANGE = st.lists(SCORE, min_size=2, max_size=2, unique=True).map(
    lambda two: {"low": min(two), "high": max(two)}
)
THREE = st.lists(SCORE, min_size=3, max_size=3, unique=True).map(
    lambda some: dict(zip(("low", "likely", "high"), sorted(some), strict=True))
)
NORMAL = st.tuples(SCORE, st.integers(1, 30)).map(lambda two: {"normal": list(two)})
SAMPLES = st.lists(SCORE, min_size=2, max_size=5).map(lambda some: {"samples": some})
ANY_SCORE = st.one_of(SCORE, RANGE, THREE, NORMAL, SAMPLES, st.just("unknown"))


def rows(of: st.SearchStrategy[Any], least: int = 2) -> st.SearchStrategy[list[list[Any]]]:
    return st.integers(1, 4).flatmap(
        lambda width: st.lists(
            st.lists(of, min_size=width, max_size=width), min_size=least, max_size=5
        )
    )
