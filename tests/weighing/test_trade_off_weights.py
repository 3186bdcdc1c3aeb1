"""`trade-offs`: steps of equal worth on two criteria, on their own scales."""

import math
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from weighing_texts import HEADER, LEAVES, said_of, stories, tried, weights_of

from policyscore.case.header import Criterion
from policyscore.weighing.trade_offs import Step, TradeOff, gains, read_line

CURVED = HEADER.replace(
    "risk: {title: Risk, better: lower, scale: {0: none, 9: war}}",
    "risk: {title: Risk, better: lower, scale: {0: none, 9: war}, value: {0: 100, 3: 40, 9: 0}}",
)
EXAMPLE = "escalation-risk from 75 to 50 is worth alliance-cohesion from 40 to 60"
NOT_SO = "These judgements contradict each other: the greatest disagreement between one trade-off"
CHAIN = """
  - risk from 9 to 0 is worth deterrence from 0 to 9
  - deterrence from 0 to 9 is worth support from 0 to 9
  - support from 0 to 9 is worth cost from 9 to 0
  - cost from 9 to 0 is worth rights from 0 to 9
  - rights from 0 to 9 is worth proof from 0 to 9
  - proof from 0 to 9 is worth speed from 0 to 9
"""


def value(leaf: str, score: float, *, curved: bool = False) -> float:
    """The value of a score in the case in which profiles are tried."""
    if leaf == "risk" and curved:
        return 100 - 20 * score if score <= 3 else 40 * (9 - score) / 6
    return 100 * (9 - score) / 9 if leaf in ("risk", "cost") else 100 * score / 9


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("a from 0 to 9 is worth b from 9 to 0", (0, 9, 9, 0)),
        ("  a  from -1.5 to +2. is   worth b from .5 to 1e3 ", (-1.5, 2, 0.5, 1000)),
    ],
)
def test_a_line_is_two_steps(line: str, numbers: tuple[float, float, float, float]) -> None:
    a, b, c, d = numbers
    assert read_line(line) == TradeOff(Step("a", a, b), Step("b", c, d))


@pytest.mark.parametrize(
    "line",
    [
        "",
        "a is worth b",
        "a from 0 to 9 is worth b",
        "A from 0 to 9 is worth b from 0 to 9",
        "a from 0 to 9 is worth b from 0 to 9 or so",
        "a from 0 to x is worth b from 0 to 9",
        "a from 0 to 9 = b from 0 to 9",
        "a from ٣ to 9 is worth b from 0 to 9",
    ],
)
def test_other_lines_are_none(line: str) -> None:
    assert read_line(line) is None


@st.composite
def statements(draw: st.DrawFn) -> list[TradeOff]:
    """Statements that connect all criteria, none of them to spare."""
    found = []
    for i in range(1, len(LEAVES)):
        steps = []
        for leaf in (LEAVES[draw(st.integers(0, i - 1))], LEAVES[i]):
            ends = sorted(draw(st.lists(st.integers(0, 90), min_size=2, max_size=2, unique=True)))
            start, end = reversed(ends) if leaf in ("risk", "cost") else ends
            steps.append(Step(leaf, start / 10, end / 10))
        if draw(st.booleans()):
            steps.reverse()
        found.append(TradeOff(*steps))
    return draw(st.permutations(found))


def text_of(found: list[TradeOff]) -> str:
    lines = [
        " is worth ".join(f"{s.criterion} from {s.start} to {s.end}" for s in pair)
        for pair in found
    ]
    return "trade-offs:\n" + "".join(f"  - {line}\n" for line in lines)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(statements(), st.booleans())
def test_options_that_differ_by_steps_of_equal_worth_have_equal_totals(
    found: list[TradeOff], curved: bool
) -> None:
    weights, said = tried(text_of(found), header=CURVED if curved else HEADER)
    assert said == []
    assert weights is not None
    assert math.fsum(weights.criteria.values()) == pytest.approx(1, abs=1e-12)
    for pair in found:
        totals = []
        for made in pair:  # the one option has made the first step, the other the second
            scores = {s.criterion: s.end if s is made else s.start for s in pair}
            totals.append(
                math.fsum(
                    weights.criteria[leaf] * value(leaf, score, curved=curved)
                    for leaf, score in scores.items()
                )
            )
        assert totals[0] == pytest.approx(totals[1], rel=1e-9, abs=1e-12)


def test_equal_swings_weigh_the_same() -> None:
    assert weights_of(f"trade-offs:{CHAIN}") == pytest.approx(dict.fromkeys(LEAVES, 1 / 7))


def test_a_step_of_half_the_value_weighs_twice_as_much() -> None:
    half = CHAIN.replace("risk from 9 to 0", "risk from 9 to 4.5")
    weights = weights_of(f"trade-offs:{half}")
    assert weights["risk"] / weights["speed"] == pytest.approx(2)


def test_statements_that_agree_are_consistent() -> None:
    weights, said = tried(
        f"trade-offs:{CHAIN}  - speed from 0 to 4.5 is worth risk from 4.5 to 0\n"
    )
    assert said == []
    assert weights is not None
    (found,) = weights.consistency
    assert found.ratio == pytest.approx(0, abs=1e-9)
    assert found.acceptable
    assert found.worst == ()


@pytest.mark.parametrize(
    ("line", "place", "worst"),
    [
        (
            "speed from 0 to 9 is worth risk from 9 to 4.5",
            "3:5",
            (
                "The step on `risk` from 9 to 0 being worth that on `deterrence` from 0 to 9 fits "
                "worst; the others say more, by 2 times."
            ),
        ),
        (
            "speed from 0 to 4 is worth deterrence from 0 to 8",
            "4:5",
            (
                "The step on `deterrence` from 0 to 9 being worth that on `support` from 0 to 9 "
                "fits worst; by the others it would be to 4.5."
            ),
        ),
    ],
)
def test_the_statement_that_fits_worst_is_named(line: str, place: str, worst: str) -> None:
    weights, (said,) = tried(f"trade-offs:{CHAIN}  - {line}\n")
    assert weights is not None
    hint = "Look at it again with the rest in view; keep it if it is what you mean."
    message = f"{NOT_SO} and what the others imply is 1.00, over 0.25. {worst}"
    assert said == f"{place} inconsistent-judgements {message} > {hint}"


def test_what_would_mend_the_worst_statement_mends_it() -> None:
    lines = CHAIN + "  - speed from 0 to 4 is worth deterrence from 0 to 8\n"
    _, (said,) = tried(f"trade-offs:{lines}")
    mended = re.search(r"would be to ([0-9.]+)\.", said)
    assert mended is not None
    lines = lines.replace("support from 0 to 9\n", f"support from 0 to {mended[1]}\n")
    weights, said_now = tried(f"trade-offs:{lines}")
    assert said_now == []
    assert weights is not None
    assert weights.consistency[0].ratio == pytest.approx(0, abs=1e-6)


def test_trade_offs_within_a_group() -> None:
    weights = weights_of(
        """
points: {security: 6, society: 3, evidence: 1, speed: 2}
within:
  security: {trade-offs: [risk from 9 to 6 is worth deterrence from 0 to 9]}
  society: {trade-offs: [cost from 9 to 0 is worth rights from 0 to 9,
    support from 0 to 9 is worth cost from 9 to 0]}
"""
    )
    assert weights["risk"] == pytest.approx(0.375)
    assert weights["deterrence"] == pytest.approx(0.125)
    assert weights["cost"] == pytest.approx(1 / 12)


def test_the_worth_of_a_step_is_in_points_of_value() -> None:
    curve = {0.0: 100.0, 3.0: 40.0, 9.0: 0.0}
    risk = Criterion("Risk", "", "lower", {0: "none", 9: "war"}, curve, "", None, None)
    gain = gains({"risk": risk})
    assert gain(Step("risk", 9, 3)) == 40
    assert gain(Step("risk", 0, 3)) == -60


@pytest.mark.parametrize(
    ("stated", "expected"),
    stories(f"""
| trade-offs: []
2:1 wrong-type `trade-offs` is empty.
  > Steps on two criteria that are worth the same, in the units of their scales.

| trade-offs: {{risk: 3}}
2:1 wrong-type `trade-offs` needs a list, not a mapping.
  > Steps on two criteria that are worth the same, in the units of their scales.

| trade-offs: [3, [a]]
2:14 wrong-type `trade-offs` needs text, not the number `3`. > Put quotes around it: "3".
2:18 wrong-type `trade-offs` needs text, not a list.
  > Steps on two criteria that are worth the same, in the units of their scales.

| trade-offs:
|   - risk from 9 to 9 is worth support from 0 to 9
|   - risk from 9 to -1 is worth support from 0 to 9
|   - risk from 9 to 8.99999999 is worth cost from 9 to 0
|   - risk from 9 to 8 is worth risk from 8 to 7
|   - risk from 9 to 8 is worth rihgts from 0 to 9
|   - Risk from 9 to 8 is worth proof from 0 to 9
|   - risk from 0 to 9 is worth proof from 0 to 9
|   - risk from 9 to 1e400 is worth deterrence from 0 to 9
|   - risk from 9 to 0 is worth speed from 0 to 9
3:5 comparison The step of `risk` from 9 to 9 is worth nothing, or next to nothing.
  > Choose scores that differ in value.
4:5 score-off-scale -1 is not on the scale of `risk`. > Its scale runs from 0 to 9.
5:5 comparison The step of `risk` from 9 to 8.99999999 is worth nothing, or next to nothing.
  > Choose scores that differ in value.
6:5 comparison This compares two steps of `risk`. > Compare steps of two criteria.
7:5 unknown-criterion There is no criterion `rihgts`. > Did you mean `rights`?
8:5 comparison `Risk from 9 to 8 is worth proof from 0 …` does not say which steps are worth
  the same. > Write it as `{EXAMPLE}`.
9:5 comparison One of these steps is for the better and the other for the worse.
  > Turn one of them round.
10:5 score-off-scale inf is not on the scale of `risk`. > Its scale runs from 0 to 9.

| trade-offs:
|   - risk from 9 to 0 is worth deterrence from 0 to 9
|   - support from 0 to 9 is worth cost from 9 to 0
|   - rights from 0 to 9 is worth proof from 0 to 9
|   - speed from 0 to 9 is worth proof from 0 to 9
2:1 unconnected-comparisons Nothing compares `risk`, `deterrence` with `support`, `cost`,
  nor with 1 more such set.
  > Compare one of the first with one of the second, such as `risk` with `support`.

| trade-offs:
|   - risk from 9 to 0 is worth deterrence from 0 to 9
|   - risk from 9 to 0 is worth society from 0 to 9
|   - speed from 0 to 9 is worth evidence from 0 to 9
|   - speed from 0 to 9 is worth deterrence from 0 to 9
| within: {{society: {{swing: {{support: 100, cost: 50, rights: 10}}}}}}
4:5 comparison `society` is a group, and steps are made on criteria.
  > Write `support`, `cost` or `rights` instead.
5:5 comparison `evidence` is a group, and steps are made on criteria. > Write `proof` instead.

| trade-offs: [risk from 9 to 0 is worth deterrence from 0 to 9]
2:1 missing-weight There is no weight for `support`, `cost`, `rights`, `proof`, `speed`.
  > Add a line that sets a step on it against a step on another criterion.
"""),
)
def test_what_is_said_of_lines_from_which_no_weights_follow(
    stated: str, expected: list[str]
) -> None:
    assert said_of(stated) == expected
