"""The whole study: what it puts together, what it leaves out, and what an interrupt leaves."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from unittest import mock

import pytest

from policyscore.analysis.robustness import study as study_module
from policyscore.analysis.robustness.draws import sampling
from policyscore.analysis.robustness.losing.draws import LosingDraws, draw_for
from policyscore.analysis.robustness.results import OptionShares, Robustness
from policyscore.analysis.robustness.study_results import Study
from policyscore.analysis.robustness.uncertain.cells import Cells
from policyscore.case.directory import HEADER_FILE, Files
from policyscore.decision import Decision, UnknownError, check

HEADER = """\
policyscore: 1
title: A case
baseline: wait
default-profile: even
criteria:
  cost: {title: Cost, better: lower, scale: {0: none, 100: a lot}}
  trust: {title: Trust, better: higher, scale: {0: none, 100: full}}
experts:
  ada: {title: Ada, weight: 1}
  ben: {title: Ben, weight: 1}
"""
NO_DEFAULT = HEADER.replace("default-profile: even\n", "")
OPTIONS = {
    "act": "{cost: {low: 20, high: 60}, trust: [{by: ada, likely: 80}, {by: ben, likely: 40}]}",
    "talk": "{cost: {low: 30, high: 50}, trust: {low: 40, likely: 60, high: 80}}",
    "wait": "{cost: 50, trust: [{by: ada, likely: 50}, {by: ben, likely: 70}]}",
}
WEIGHTS = {
    "even": "points: {cost: 1, trust: 1}",
    "cheap": "points: {cost: 9, trust: 1}",
    "open": "order: [trust, cost]",
    "both": "group:\n  of: {even: 1, cheap: 1}",
}


def decide(
    options: dict[str, str] | None = None, weights: dict[str, str] | None = None
) -> Decision:
    files = Files()
    files.add(HEADER_FILE, HEADER if weights is None or "even" in weights else NO_DEFAULT)
    for key, scores in (options or OPTIONS).items():
        text = f"title: {key.title()}\nsummary: To {key}\nscores: {scores}\n"
        files.add(f"options/{key}.yaml", text)
    for key, stated in (WEIGHTS if weights is None else weights).items():
        files.add(f"weights/{key}.yaml", f"title: {key.title()}\n{stated}\n")
    found, findings = check(files)
    assert found is not None, findings
    return found


@pytest.fixture(scope="module")
def decision() -> Decision:
    return decide()


@pytest.fixture(scope="module")
def whole(decision: Decision) -> Study:
    return decision.robustness(samples=8_000)


def test_all_parts_are_there_for_the_default_profile(whole: Study) -> None:
    assert whole.shares.profile == "even"
    assert (whole.shares.weights, whole.interrupted, whole.left_out) == ("admissible", False, ())
    assert (whole.doubts.weights, whole.doubts.scores, whole.doubts.of) == (False, 5, 6)
    assert whole.leader is not None
    assert whole.losing is not None
    assert whole.losing.leader == whole.leader.option
    assert whole.experts is not None
    assert [voice.expert for voice in whole.experts.voices] == ["ada", "ben"]
    assert whole.profiles is not None
    assert sorted(key for camp in whole.profiles.firsts for key in camp.members) == [
        *("cheap", "even", "open"),  # not the group, whose members are there by themselves
    ]


def test_the_losing_share_is_that_of_the_leader(whole: Study) -> None:
    assert whole.leader is not None
    assert whole.losing is not None
    assert whole.losing.lost == pytest.approx(1 - whole.leader.first, abs=0.03)


def test_experts_are_ranked_under_the_weights_of_the_profile(decision: Decision) -> None:
    for profile in ("even", "cheap", "both"):
        found = decision.robustness(profile, weights="fixed", samples=800).experts
        assert found is not None
        for voice in found.voices:
            assert voice.ranking.weights == decision.weights[profile]


@pytest.mark.parametrize("weights", ["any", "profiles"])
def test_without_one_profile_experts_are_left_out_and_it_says_so(
    decision: Decision, weights: str
) -> None:
    found = decision.robustness(weights=weights, samples=800)  # type: ignore[arg-type]
    assert found.experts is None
    assert any("under the weights of one profile" in said for said in found.left_out)
    assert found.drawn_profiles == (("cheap", "even", "open") if weights == "profiles" else ())


def test_where_no_two_judged_the_same_nothing_is_said_of_experts() -> None:
    plain = decide(
        dict(OPTIONS, act="{cost: {low: 20, high: 60}, trust: 60}", wait=OPTIONS["talk"])
    )
    for weights in ("fixed", "any"):
        found = plain.robustness(weights=weights, samples=800)
        assert (found.experts, found.left_out) == (None, ())


def test_of_one_profile_there_are_no_camps() -> None:
    one = decide(weights={"even": WEIGHTS["even"]})
    assert one.robustness(samples=800).profiles is None


def test_where_nothing_is_uncertain_nothing_is_looked_for() -> None:
    sure = decide({"act": "{cost: 40, trust: 60}", "wait": "{cost: 50, trust: 40}"})
    found = sure.robustness()
    assert found.shares.exact
    assert found.losing is None
    assert [shares.option for shares in found.level] == ["act"]
    assert found.profiles is not None


def test_an_exact_result_with_uncertain_weights_has_losing_futures_from_draws() -> None:
    fixed = decide({"act": "{cost: 90, trust: 90}", "wait": "{cost: 10, trust: 20}"})
    found = fixed.robustness(weights="any", samples=8_000)
    assert found.leader is not None
    assert found.losing is not None
    (box,) = found.losing.boxes
    (limit,) = box.limits
    assert limit.dimension.kind == "weight"
    assert min(box.density, box.coverage) > 0.97
    assert found.losing.lost == pytest.approx(1 - found.leader.first, abs=0.03)


def test_only_options_that_come_near_are_drawn_for_losing_futures(
    decision: Decision, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = dict(OPTIONS) | {f"bad{i}": f"{{cost: 100, trust: {i}}}" for i in range(40)}
    large = decide(many)
    drawn: list[int] = []

    def counting(cells: Cells, *rest: Any) -> LosingDraws:
        drawn.append(len(cells.options))
        return draw_for(cells, *rest)

    monkeypatch.setattr(study_module, "draw_for", counting)
    found = large.robustness(samples=8_000, together=True)
    assert drawn == [2 * 3 + 20]
    assert found.losing is not None
    small = decision.robustness(samples=8_000, together=True)
    assert small.losing is not None
    assert found.losing.lost == pytest.approx(small.losing.lost, abs=0.03)


@pytest.mark.parametrize(
    ("bound", "part", "words"),
    [
        ("_MOST_SCORES", "losing", "drawing 3 options by 2 criteria for it takes too long"),
        ("_MOST_CRITERIA", "losing", "drawing 3 options by 2 criteria for it takes too long"),
        ("_MOST_RANKED", "profiles", "3 of them and 3 options take too long to rank"),
    ],
)
def test_what_would_take_too_long_is_left_out_and_it_says_so(
    decision: Decision, monkeypatch: pytest.MonkeyPatch, bound: str, part: str, words: str
) -> None:
    monkeypatch.setattr(study_module, bound, 1)
    found = decision.robustness(samples=800)
    assert getattr(found, part) is None
    (said,) = found.left_out
    assert words in said


# Interrupts.


@contextmanager
def stopped_in(name: str) -> Iterator[None]:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(study_module, name, stop)
        yield


@pytest.mark.parametrize(
    ("at", "kept"),
    [
        ("expert_camps", ()),
        ("camps", ("experts",)),
        ("draw_for", ("experts", "profiles")),
        ("losing_futures", ("experts", "profiles")),
    ],
)
def test_an_interrupt_after_the_draws_keeps_what_there_is(
    decision: Decision, whole: Study, at: str, kept: tuple[str, ...]
) -> None:
    with stopped_in(at):
        found = decision.robustness(samples=8_000)
    assert found.interrupted
    assert found.shares == whole.shares
    assert not found.shares.interrupted
    parts = {name for name in ("experts", "profiles", "losing") if getattr(found, name) is not None}
    assert parts == set(kept)
    (said,) = found.left_out
    assert said.startswith("All futures were drawn, but it was stopped before all was said")


def test_an_interrupt_of_the_draws_leaves_out_the_rest(decision: Decision) -> None:
    tick = mock.Mock(side_effect=KeyboardInterrupt)
    found = decision.robustness(weights="any", samples=1_000_000, tick=tick)
    assert found.interrupted
    assert found.shares.interrupted
    assert 0 < found.shares.samples < 1_000_000
    assert (found.losing, found.experts, found.profiles) == (None, None, None)
    (said,) = found.left_out
    assert said.startswith("It was not looked for")


def test_an_interrupt_of_confidence_factors_is_none_of_the_draws(decision: Decision) -> None:
    stop = mock.Mock(side_effect=KeyboardInterrupt)
    with mock.patch.object(sampling, "confidence_factors", stop):
        found = decision.robustness(weights="any", samples=8_000)
    assert found.interrupted
    assert (found.shares.interrupted, found.shares.confidence_interrupted) == (False, True)
    assert (found.losing, found.experts, found.profiles) == (None, None, None)


def test_it_knows_whether_the_precision_asked_for_was_reached(decision: Decision) -> None:
    reached, missed, unasked = (
        decision.robustness(weights="any", precision=asked, samples=8_000)
        for asked in (0.5, 1e-6, None)
    )
    assert (reached.precision, reached.precision_reached) == (0.5, True)
    assert (missed.precision, missed.precision_reached) == (1e-6, False)
    assert (unasked.precision, unasked.precision_reached) == (None, None)


def test_an_interrupt_before_there_is_anything_goes_through(decision: Decision) -> None:
    with stopped_in("robustness"), pytest.raises(KeyboardInterrupt):
        decision.robustness()


# Arguments.


def test_a_seed_and_workers_and_an_amount_are_handed_on(decision: Decision) -> None:
    found = decision.robustness(weights="any", samples=1_600, seed=7)
    assert (found.shares.seed, found.shares.samples) == (7, 1_600)
    assert decision.robustness(weights="any", samples=1_600, seed=7) == found
    precise = decision.robustness(weights="near", precision=0.02, concentration=20)
    assert precise.shares.half_width < 0.02
    assert (precise.concentration, found.concentration) == (20, None)


def test_together_and_pert_are_handed_on(decision: Decision) -> None:
    apart = decision.robustness(samples=1_600)
    together = decision.robustness(samples=1_600, together=True)
    pert = decision.robustness(samples=1_600, pert=True)
    assert (together.together, pert.pert, apart.together, apart.pert) == (True, True, False, False)
    assert together.shares.options != apart.shares.options
    assert pert.shares.options != apart.shares.options


def test_wrong_arguments_of_a_decision_are_refused(decision: Decision) -> None:
    with pytest.raises(ValueError, match="no single profile"):
        decision.robustness("even", weights="any")
    with pytest.raises(ValueError, match="concentration"):
        decision.robustness(concentration=20)
    with pytest.raises(ValueError, match="weights must be one of"):
        decision.robustness(weights="some")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="samples"):
        decision.robustness(samples=0)
    with pytest.raises(UnknownError):
        decision.robustness("nobody")
    with pytest.raises(UnknownError, match="no profiles"):
        decide(weights={}).robustness(weights="profiles")


# Who leads.


def study_of(whole: Study, firsts: dict[str, tuple[float, float]], **fields: object) -> Study:
    """The same with other first places and their errors."""
    options = tuple(
        replace(shares, first=firsts[shares.option][0], first_error=firsts[shares.option][1])
        for shares in whole.shares.options
    )
    shares: Robustness = replace(whole.shares, options=options, replicates=1_000)
    return replace(whole, shares=replace(shares, **fields))  # type: ignore[arg-type]


def names(options: tuple[OptionShares, ...]) -> list[str]:
    return [shares.option for shares in options]


@pytest.mark.parametrize(
    ("gap", "level"), [(0.038, ["act", "wait"]), (0.041, ["act"]), (0.0, ["act", "wait"])]
)
def test_options_are_level_if_the_interval_of_their_difference_holds_0(
    whole: Study, gap: float, level: list[str]
) -> None:
    # Two errors of 0.01 are of at most 0.02 in the difference; 1.96 times that is 0.039.
    firsts = {"act": (0.4, 0.01), "wait": (0.4 - gap, 0.01), "talk": (0.1, 0.01)}
    assert names(study_of(whole, firsts).level) == level


def test_exact_first_places_are_level_only_if_they_are_the_same(whole: Study) -> None:
    firsts = {"act": (0.4, 0.0), "wait": (0.4 - 1e-6, 0.0), "talk": (0.4, 0.0)}
    found = study_of(whole, firsts)
    assert names(found.level) == ["act", "talk"] or names(found.level) == ["talk", "act"]
    assert found.first_half_width == 0


def test_unknown_errors_tell_nothing_apart(whole: Study) -> None:
    nan = float("nan")
    found = study_of(whole, {"act": (0.9, nan), "wait": (0.1, nan), "talk": (0.0, nan)})
    assert names(found.level) == ["act", "wait"]
    assert found.first_half_width == 1


def test_half_widths_are_those_of_95_per_cent(whole: Study) -> None:
    found = study_of(whole, {"act": (0.5, 0.01), "wait": (0.4, 0.005), "talk": (0.1, 0.001)})
    assert found.first_half_width == pytest.approx(0.0196, rel=0.01)
    certain = study_of(whole, dict.fromkeys(OPTIONS, (0.3, 0.0)), confidence_draws=0)
    assert certain.confidence_half_width == 0
    drawn = study_of(whole, dict.fromkeys(OPTIONS, (0.3, 0.0)), confidence_draws=2_000)
    assert drawn.confidence_half_width == pytest.approx(0.0219, rel=0.01)


def test_futures_in_which_all_are_excluded_are_undecided(whole: Study) -> None:
    firsts = {"act": (0.5, 0.01), "wait": (0.3, 0.01), "talk": (0.0, 0.0)}
    found = study_of(whole, firsts)
    assert found.undecided == pytest.approx(0.2)
    assert names(found.rivals) == ["wait"]
    nobody = study_of(whole, dict.fromkeys(OPTIONS, (0.0, 0.0)))
    assert (nobody.leader, nobody.level, nobody.rivals) == (None, (), ())
    assert nobody.above_leader(nobody.ordered[0]) is None
