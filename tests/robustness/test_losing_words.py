"""Losing futures told in the words of the case, for an analyst and for a program."""

from dataclasses import replace

import numpy as np
import pytest

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.losing.futures import losing_futures
from policyscore.analysis.robustness.losing.profiles import with_profiles
from policyscore.analysis.robustness.losing.results import (
    Dimension,
    Limit,
    LosingBox,
    LosingFutures,
)
from policyscore.analysis.robustness.losing.words import note, sentences
from policyscore.case.case import Case
from policyscore.case.directory import HEADER_FILE, Files
from policyscore.decision import Decision, check
from policyscore.weighing.weights import Weights


def uniform(seed: int, dimensions: int, draws: int) -> Floats:
    return np.random.default_rng(seed).random((dimensions, draws))


HEADER = """\
policyscore: 1
title: A case
baseline: wait
criteria:
  security:
    title: Security
    criteria:
      unity:
        title: Unity of the allies
        better: higher
        scale: {0: none, 100: full}
  cost:
    title: Cost
    better: lower
    unit: bn USD
    scale: {0: none, 100: a lot}
"""


@pytest.fixture(scope="module")
def decision() -> Decision:
    files = Files()
    files.add(HEADER_FILE, HEADER)
    for key in ("act", "wait"):
        files.add(
            f"options/{key}.yaml",
            f"title: {key.title()}\nsummary: To {key}\nscores: {{unity: 10, cost: 20}}\n",
        )
    files.add("weights/even.yaml", "title: Even\npoints: {security: 1, cost: 1}\n")
    found, findings = check(files)
    assert found is not None, findings
    return found


def test_it_is_told_in_the_words_of_the_case(decision: Decision) -> None:
    inputs = uniform(12, 3, 6_000)
    inputs[1:] *= 100
    named = [
        Dimension("weight", "security"),
        Dimension("score", "unity", "act"),
        Dimension("score", "cost", "wait"),
    ]
    lost = (inputs[0] > 0.2) & (inputs[1] < 40) & (inputs[2] < 60)
    found = losing_futures("act", named, inputs, lost)
    (told,) = sentences(decision.case, found)
    start, _, end = told.partition(", against ")
    (box,) = found.boxes
    assert start == (
        f"Act loses in {100 * box.density:.0f}% of the futures in which its score on Unity of the "
        "allies is below 40, the weight of Security is above 20% and the score of Wait on Cost is "
        "below 60 bn USD"
    )
    assert box.density > 0.95
    assert end == (
        f"{100 * box.rest:.0f}% of all; among these are {100 * box.mass:.0f}% of all futures and "
        f"{100 * box.coverage:.0f}% of those in which it loses."
    )


def test_a_range_and_a_second_box_are_told(decision: Decision) -> None:
    def box(above: float, below: float) -> LosingBox:
        asked = Limit(Dimension("weight", "cost"), above, below, 0.2, 0.9, 0.0)
        return LosingBox((asked,), 0.998, 0.5, 0.1, 0.001, 0.5, 0.0)

    found = LosingFutures("act", 0.2, (box(0.07, 0.29), box(0.5, 0.575)), 0.9, 10, 5, 5, 1)
    first, second = sentences(decision.case, found)
    assert first == (
        "Act loses in 50% of the futures in which the weight of Cost is between 7 and 29%, against "
        "under 1% of all; among these are 10% of all futures and over 99% of those in which it "
        "loses."
    )
    assert second == (
        "Apart from these, it loses in 50% of those in which the weight of Cost is between 50 and "
        "57.5%, against under 1% of the rest; among these are 10% of all futures and over 99% of "
        "those in which it loses."
    )
    said = note(found)
    assert said.startswith("Looked for in 5 futures drawn for this, and counted in 5 others, so ")
    assert "Weights add up to 100%" in said
    assert "expert" not in note(found, together=True)  # no score is limited, so no expert's is


@pytest.mark.parametrize(
    ("lost", "words"),
    [
        (0.0, "loses in none of 1,000 futures"),
        (1.0, "loses in all of 1,000 futures"),
        (0.009, "loses in only 9 of 1,000 futures drawn to look for where it loses: too few"),
        (0.995, "does not lose in only 5 of 1,000 futures"),
        (0.3, "sets the futures in which Act loses clearly apart from the others"),
    ],
)
def test_if_there_is_no_box_it_says_why(decision: Decision, lost: float, words: str) -> None:
    found = LosingFutures("act", lost, (), 0.0, 1_000, 500, 500, 1)
    (told,) = sentences(decision.case, found)
    assert words in told
    assert note(found) == ""


def test_few_draws_without_a_box_do_not_say_that_there_is_none(decision: Decision) -> None:
    few = LosingFutures("act", 0.3, (), 0.0, 1_200, 600, 600, 1)
    (told,) = sentences(decision.case, few)
    assert told == (
        "Among only 1,200 futures drawn to look for it, no range of weights or scores was found "
        "that sets the futures in which Act loses clearly apart from the others: what is not "
        "marked shows only among more."
    )
    (told,) = sentences(decision.case, replace(few, draws=6_000))
    assert told.startswith("No range of weights or scores sets the futures")


def test_scores_of_one_expert_may_stand_for_the_expert() -> None:
    asked = Limit(Dimension("score", "cost", "act"), 7.0, None, 0.2, 0.9, 0.0)
    box = LosingBox((asked,), 0.5, 0.5, 0.1, 0.1, 0.5, 0.0)
    found = LosingFutures("act", 0.2, (box,), 0.5, 10, 5, 5, 1, ("Something was left out.",))
    assert "may stand for experts" in note(found, together=True)
    assert "experts" not in note(found)
    assert "Weights" not in note(found)
    assert note(found).endswith("Something was left out.")


def profiles_box(above: float, *, score: bool = False) -> LosingBox:
    asked = [Limit(Dimension("weight", "cost"), above, None, 0.2, 0.9, 0.0)]
    if score:
        asked.append(Limit(Dimension("score", "cost", "act"), 7.0, None, 0.2, 0.9, 0.0))
    return LosingBox(tuple(asked), 0.5, 0.5, 0.1, 0.1, 0.5, 0.0)


PROFILES = {f"p{i}": Weights((), {"unity": 1 - i / 10, "cost": i / 10}, {}) for i in range(1, 6)}


def test_where_weights_are_those_of_profiles_the_profiles_are_named(decision: Decision) -> None:
    boxes = (profiles_box(0.45), profiles_box(0.15, score=True), profiles_box(0.25))
    plain = LosingFutures("act", 0.2, boxes, 0.5, 10, 5, 5, 1)
    found = with_profiles(plain, tuple(PROFILES), PROFILES)
    # All draws of p5 lie in the first box; the second asks for a score, too, and leaves some.
    assert [box.profiles for box in found.boxes] == [
        *(("p5",), ("p2", "p3", "p4"), ("p3", "p4")),
    ]
    assert with_profiles(plain, (), PROFILES) == plain
    titled = {key: replace(decision.case.profiles["even"], title=key.upper()) for key in PROFILES}
    case = Case(decision.case.header, dict(decision.case.options), titled)
    first, second, third = sentences(case, found)
    assert "of the futures in which the weights are those of P5, against" in first
    assert (
        "its score on Cost is above 7 bn USD and the weights are those of P2, P3 and P4" in second
    )
    assert "the weights are those of P3 and P4, against" in third
    assert "Weights add up" not in note(found)


def test_of_most_profiles_the_others_are_named(decision: Decision) -> None:
    plain = LosingFutures("act", 0.2, (profiles_box(0.15),), 0.5, 10, 5, 5, 1)
    found = with_profiles(plain, tuple(PROFILES), PROFILES)
    titled = {key: replace(decision.case.profiles["even"], title=key.upper()) for key in PROFILES}
    case = Case(decision.case.header, dict(decision.case.options), titled)
    (said,) = sentences(case, found)
    assert "the weights are those of any profile but P1, against" in said


def test_whose_score_it_is_cannot_be_mistaken(decision: Decision) -> None:
    """Nothing is named between the leader and its own scores, which are called "its"."""
    limits = (
        Limit(Dimension("score", "cost", "wait"), 28.0, None, 0.2, 0.9, 0.0),
        Limit(Dimension("weight", "cost"), 0.2, None, 0.3, 0.9, 0.0),
        Limit(Dimension("score", "cost", "act"), None, 58.0, 0.4, 0.9, 0.0),
    )
    box = LosingBox(limits, 0.5, 0.82, 0.3, 0.4, 0.5, 0.0)
    (said,) = sentences(decision.case, LosingFutures("act", 0.4, (box,), 0.5, 10, 5, 5, 3))
    assert said.startswith(
        "Act loses in 82% of the futures in which its score on Cost is below 58 bn USD, the weight "
        "of Cost is above 20% and the score of Wait on Cost is above 28 bn USD, against 40% of all"
    )


@pytest.mark.parametrize(
    ("box", "counted", "width", "words"),
    [
        # 150 draws lie in the box, 80 % of them lost; more of any other share.
        ((0.2, 0.8, 0.05, 0.35), 3_000, 1.96 * (122 / 154 * 32 / 154 / 154) ** 0.5, "7 points"),
        # The share of 1,050 lost draws that lie in the box has the fewest draws behind it.
        ((0.5, 0.9, 0.5, 0.35), 3_000, 1.96 * (527 / 1054 * 527 / 1054 / 1054) ** 0.5, "4 points"),
        ((0.5, 0.9, 0.5, 0.35), 1_000_000, 1.96 * (0.25 / 350_004) ** 0.5, "1 point"),
    ],
)
def test_how_far_off_shares_may_be_is_that_of_the_fewest_draws(
    box: tuple[float, float, float, float], counted: int, width: float, words: str
) -> None:
    coverage, density, mass, rest = box
    asked = Limit(Dimension("weight", "cost"), 0.5, None, 0.2, 0.9, 0.0)
    told = LosingBox((asked,), coverage, density, mass, rest, 0.5, 0.0)
    found = LosingFutures("act", 0.35, (told,), coverage, 2 * counted, counted, counted, 1)
    assert found.half_width == pytest.approx(width, rel=1e-3)
    assert f"so these shares may be off by about {words}. " in note(found)
    assert found.as_dict()["half_width"] == found.half_width
    assert replace(found, boxes=()).half_width == 0


def test_as_data() -> None:
    inputs = uniform(1, 2, 2_000)
    named = [Dimension("weight", "cost"), Dimension("score", "cost", "act")]
    data = losing_futures("act", named, inputs, inputs[1] > 0.5).as_dict()
    boxes = data["boxes"]
    assert isinstance(boxes, list)
    (limit,) = boxes[0]["limits"]
    assert (limit["kind"], limit["option"], limit["below"]) == ("score", "act", None)
    assert limit["above"] == pytest.approx(0.5, abs=0.01)
