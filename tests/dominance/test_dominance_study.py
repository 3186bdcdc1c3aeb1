"""The whole study of a case: which weights it takes, who takes part, small cases."""

from typing import Any

import numpy as np
import pytest
from dominance_cases import decision_of, study

from policyscore.analysis.dominance import study as studying
from policyscore.analysis.dominance.results import Dominance
from policyscore.analysis.dominance.study import NoGroupError, TooManyOptionsError

POINTS: dict[str, Any] = {"points": {"a": 2, "b": 1, "c": 1}}
ORDER: dict[str, Any] = {"order": ["a", "b", "c"]}
PROFILES: dict[str, Any] = {
    "points": POINTS,
    "order": ORDER,
    "group": {"group": {"of": {"points": 1, "last": 1}}},
    "last": {"points": {"a": 1, "b": 1, "c": 2}},
}
OPTIONS = {"w": [90, 20, 20], "x": [60, 60, 10], "y": [20, 70, 60], "z": [10, 10, 10]}


def facts(found: Dominance) -> dict[str, Any]:
    """All that is found of each option, by id."""
    return {
        s.option: (
            s.first.place,
            round(s.first.lead or 0.0, 9),
            round(s.regret, 9),
            s.against,
            frozenset(s.dominators.likely),
            frozenset(found.necessary(s.option)),
            frozenset(found.possible(s.option)),
        )
        for s in found.standings
    }


@pytest.mark.parametrize(
    ("profile", "asked", "taken"),
    [
        ("points", None, "any"),
        ("order", None, "admissible"),
        ("group", None, "any"),
        ("order", "any", "any"),
        ("points", "admissible", "admissible"),
        ("group", "members", "members"),
    ],
)
def test_weights_are_what_the_profile_leaves_open_or_any(
    profile: str, asked: Any, taken: str
) -> None:
    found = study(decision_of("abc", OPTIONS, PROFILES), profile, weights=asked)
    assert found.weights == taken
    assert found.profile_is_point == (profile != "order")


def test_the_only_weights_of_a_profile_give_its_ranking() -> None:
    decision = decision_of("abc", OPTIONS, PROFILES)
    found = study(decision, "points", weights="admissible")
    ranked = [r.option for r in decision.rank("points").ranked]
    assert [s.option for s in found.standings] == ranked
    assert [node.options for node in found.nodes] == [(option,) for option in ranked]
    assert found.is_ranking


def test_members_of_a_group_who_agree_on_a_pair_settle_it() -> None:
    decision = decision_of("abc", OPTIONS, PROFILES)
    found = study(decision, "group", weights="members")
    for a in OPTIONS:
        agreed = {
            b
            for b in OPTIONS
            if a != b
            and all(
                decision.total(a, m).value >= decision.total(b, m).value for m in ("points", "last")
            )
        }
        assert set(found.necessary(a)) == agreed


def test_members_without_a_group_are_refused() -> None:
    with pytest.raises(NoGroupError):
        study(decision_of("abc", OPTIONS, PROFILES), "order", weights="members")


@pytest.mark.parametrize("profile", ["points", "order"])
def test_the_names_of_options_do_not_matter(profile: str) -> None:
    again = {"w": "d", "x": "c", "y": "b", "z": "a"}
    renamed = {again[key]: scores for key, scores in reversed(OPTIONS.items())}
    back = {new: old for old, new in again.items()}
    before = facts(study(decision_of("abc", OPTIONS, PROFILES), profile))
    after = facts(study(decision_of("abc", renamed, PROFILES), profile))
    for key, fact in after.items():
        place, lead, regret, against, *sets = fact
        named = [frozenset(back[o] for o in part) for part in sets]
        assert (place, lead, regret, back.get(against), *named) == before[back[key]]


@pytest.mark.parametrize("profile", ["points", "order"])
def test_the_order_of_criteria_in_the_file_does_not_matter(profile: str) -> None:
    turned = {key: scores[::-1] for key, scores in OPTIONS.items()}
    before = facts(study(decision_of("abc", OPTIONS, PROFILES), profile))
    assert facts(study(decision_of("cba", turned, PROFILES), profile)) == before


def test_an_option_excluded_by_a_requirement_takes_no_part() -> None:
    criteria = {"a": "at-least: 15", "b": "", "c": ""}
    options = {"best": [10, 100, 100], **OPTIONS}
    found = study(decision_of(criteria, options, PROFILES), "points")
    assert found.excluded == {"best": ("a",), "z": ("a",)}
    assert {s.option for s in found.standings} == {"w", "x", "y"}
    named = {o for s in found.standings for o in (*found.necessary(s.option), s.against) if o}
    assert named.isdisjoint(found.excluded)


def test_no_option_left() -> None:
    found = study(decision_of({"a": "at-least: 95"}, {"x": [1]}, {"p": {"points": {"a": 1}}}))
    assert (found.standings, found.nodes, found.winners, found.least_regret) == ((), (), (), ())


@pytest.mark.parametrize("weights", ["any", "admissible"])
def test_a_single_option(weights: Any) -> None:
    found = study(decision_of("abc", {"x": [1, 2, 3]}, PROFILES), "order", weights=weights)
    (only,) = found.standings
    assert (only.first.place, only.first.lead, only.regret, only.against) == (
        "alone",
        None,
        0,
        None,
    )
    assert sum(only.first.weights.values()) == pytest.approx(1)
    assert found.winners == ("x",)


def test_a_single_criterion() -> None:
    found = study(decision_of("a", {"x": [1], "y": [3], "z": [3]}, {"p": {"points": {"a": 1}}}))
    assert found.winners == ("y", "z")
    assert {s.option: s.first.place for s in found.standings} == {
        "x": "never",
        "y": "tied",
        "z": "tied",
    }
    assert [node.options for node in found.nodes] == [("y", "z"), ("x",)]


def test_nothing_but_twins() -> None:
    found = study(decision_of("abc", {"x": [5, 5, 5], "y": [5, 5, 5]}, PROFILES))
    assert found.winners == ("x", "y")
    assert all(s.first.place == "tied" and s.first.lead is None for s in found.standings)


def test_a_criterion_without_weight_decides_nothing_among_admissible_weights() -> None:
    profiles = {"p": {"ranges": {"a": "any", "b": "any", "c": {"high": 0}}}}
    options = {"x": [50, 50, 0], "y": [50, 50, 100]}
    found = study(decision_of("abc", options, profiles))
    assert found.winners == ("x", "y")
    assert {s.option: s.dominators.likely for s in found.standings} == {"x": ("y",), "y": ()}
    assert study(decision_of("abc", options, profiles), weights="any").winners == ("y",)


def test_too_many_options_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(studying, "MOST_OPTIONS", 3)
    decision = decision_of("abc", OPTIONS, PROFILES)
    with pytest.raises(TooManyOptionsError):
        study(decision)
    assert len(study(decision, options=["w", "x", "y"]).standings) == 3


def test_hundreds_of_options_on_dozens_of_criteria() -> None:
    dice = np.random.default_rng(3)
    keys = [f"c{n}" for n in range(40)]
    options = {f"o{n}": dice.integers(0, 101, 40).tolist() for n in range(60)}
    profiles = {"p": {"order": [keys[0], keys[1:20], *keys[20:]]}}
    found = study(decision_of(keys, options, profiles))
    assert len(found.standings) == 60
    assert any(s.first.place != "never" for s in found.standings)
