"""The sentences that a decision-maker reads first."""

from dataclasses import replace

import pytest
from robustness_scenes import (
    OPTIONS,
    bridge,
    certain,
    changed,
    found_in,
    losing,
    option_shares,
    scene_of,
    screen,
    with_notes,
)

from policyscore.analysis.robustness.leading import usual_weights
from policyscore.analysis.robustness.results import Cut, Part
from policyscore.views.robustness import text
from policyscore.views.robustness.cautions import cautions
from policyscore.views.robustness.central import central_line, central_note, winners
from policyscore.views.robustness.losing import losing_start
from policyscore.views.robustness.markdown import robustness_markdown
from policyscore.views.robustness.method import method
from policyscore.views.robustness.words import percent, points

SECOND = (
    "A second bridge two hundred metres upstream, with a footpath and a lane for the fire brigade"
)
DRAWN = "100,000 draws from seed 1"
RANKS = "the 95% interval of every share of a rank reaches at most 0.32 points to either side"


def test_the_leader_and_its_share_come_first() -> None:
    said = text.headline(scene_of(bridge(), found_in()))
    assert said.startswith(f"{SECOND} is first in 65.0% of all futures considered; next is ")
    assert said.endswith("with 30.0%.")


def test_shares_that_the_error_cannot_tell_apart_are_said_to_be_level() -> None:
    ranks = {"close-now": (0.501, 0.499), "rebuild": (0.499, 0.501)}
    said = text.headline(scene_of(bridge(), found_in(ranks)))
    assert said == (
        "Close it now and 全面的な架け替え (rebuild it) are first about equally often, each in "
        "49.9% to 50.1% of all futures considered: too close to tell apart by these draws."
    )
    sharp = found_in(ranks)
    options = tuple(replace(option, first_error=0.0001) for option in sharp.options)
    sharp = replace(sharp, options=options)
    assert text.headline(scene_of(bridge(), sharp)).startswith("Close it now is first in 50.1%")


def test_exactly_equal_shares_are_a_finding_not_an_error() -> None:
    ranks = {"close-now": (0.5, 0.5), "rebuild": (0.5, 0.5)}
    options = tuple(replace(each, first_error=0.0) for each in found_in(ranks).options)
    exact = replace(found_in(ranks), options=options, exact_parts=("first",))
    said = text.headline(scene_of(bridge(), exact))
    assert "first equally often: each in 50.0%" in said
    assert "tell apart" not in said


def test_first_in_every_draw_is_not_said_to_be_first_in_every_future() -> None:
    ranks = {"close-now": (1.0, 0.0), "rebuild": (0.0, 1.0)}
    drawn = found_in(ranks)
    said = text.headline(scene_of(bridge(), drawn))
    assert said == "Close it now is first in every future drawn."
    exact = replace(drawn, exact=True)
    said = text.headline(scene_of(bridge(), exact))
    assert said == "Close it now is first in every future considered."


def test_a_case_in_which_everything_is_certain() -> None:
    ranks = {"close-now": (0.5, 0.5), "rebuild": (0.5, 0.5)}
    scene = certain(scene_of(bridge(), replace(found_in(ranks), exact=True)))
    assert text.headline(scene) == (
        "Nothing is uncertain here: Close it now and 全面的な架け替え (rebuild it) tie and are "
        "first."
    )
    assert cautions(scene) == []


def test_options_that_are_all_excluded() -> None:
    scene = scene_of(bridge(), found_in(dict.fromkeys(OPTIONS, (0.0, 0.0))))
    assert text.headline(scene) == (
        "No option is ever first: each misses a requirement in every future drawn."
    )
    exact = scene_of(bridge(), replace(scene.found, exact=True))
    assert text.headline(exact).endswith("each misses a requirement in every future considered.")
    assert text.rivals(scene) == ""
    assert winners(scene) == ()


def test_futures_without_any_allowed_option_are_told() -> None:
    ranks = {"close-now": (0.6, 0.0), "rebuild": (0.3, 0.2)}
    said = cautions(scene_of(bridge(), found_in(ranks)))
    assert said == ["In 10% of the futures no option meets every requirement."]


def test_a_leader_below_half_is_a_caution() -> None:
    ranks = {"close-now": (0.45, 0.55), "rebuild": (0.3, 0.2), "keep-open": (0.25, 0.25)}
    said = cautions(scene_of(bridge(), replace(found_in(ranks), pairwise=None)))
    assert said == ["No option is first in even half of the futures considered."]


def pairs_with(above: dict[str, float]) -> dict[str, dict[str, float]]:
    """How often options stand above close-now, and it above them."""
    return {"close-now": {key: 1 - share for key, share in above.items()}} | {
        key: {"close-now": share} for key, share in above.items()
    }


def test_a_leader_that_others_stand_above_is_a_caution() -> None:
    ranks = {"close-now": (0.6, 0.4), "rebuild": (0.2, 0.2), "keep-open": (0.2, 0.8)}
    found = replace(found_in(ranks), pairwise=pairs_with({"rebuild": 0.52, "keep-open": 0.54}))
    scene = scene_of(bridge(), found)
    assert [each.option for each in scene.study.beaten_by] == ["keep-open", "rebuild"]
    (said,) = cautions(scene)
    assert said == (
        "Close it now is first most often, but Keep it open stands above it in 54% of the futures "
        "and 全面的な架け替え (rebuild it) in 52%: first most often is not best most often."
    )
    # By more than the error of 1.24 points, and by no less.
    near = replace(found, pairwise=pairs_with({"rebuild": 0.5124, "keep-open": 0.5}))
    assert cautions(scene_of(bridge(), near)) == []
    exact = replace(near, pairwise_half_width=0.0)
    assert "stands above it in 51.2% of the futures:" in cautions(scene_of(bridge(), exact))[0]


def test_a_precision_that_was_not_reached_is_a_caution() -> None:
    scene = scene_of(bridge(), found_in())
    assert cautions(changed(scene, precision=0.0032)) == []
    (said,) = cautions(changed(scene, precision=0.0001))
    assert said == (
        "The precision asked for (0.01 points) was not reached: after 100,000 draws shares may be "
        "off by 0.32 points."
    )
    exact = scene_of(bridge(), replace(found_in(), exact=True, half_width=0.0))
    assert cautions(changed(exact, precision=0.0001)) == []


def test_a_stop_after_the_draws_is_not_said_to_have_stopped_them() -> None:
    why = "It was stopped while confidence factors were worked out; all draws had been made."
    found = replace(found_in(confidence=False), confidence_interrupted=True, left_out=(why,))
    scene = scene_of(bridge(), found)
    assert cautions(scene) == [why]
    assert method(scene).startswith(f"Sampled: {DRAWN}; ")


def test_the_author_of_the_case_is_named_as_in_the_middle_of_a_sentence() -> None:
    cuts = (Cut("rebuild", "cost", "author", 0.5),)
    (said,) = cautions(scene_of(bridge(), replace(found_in(), cuts=cuts)))
    assert said == (
        "50% of the distribution that the case's author gives for 全面的な架け替え (rebuild it) "
        "on Cost lies beyond the scale and counts as its end."
    )


def test_where_no_option_may_be_allowed_openness_is_of_the_other_futures() -> None:
    scene = scene_of(bridge(), found_in({"close-now": (0.6, 0.0), "rebuild": (0.3, 0.2)}))
    assert text.openness(scene).startswith(
        "Where any option meets every requirement, first place is as open as if 2.3 options "
    )
    assert central_note(scene).startswith(
        "The usual weights are the mean over the futures in which any option is first."
    )
    whole = scene_of(bridge(), found_in())
    assert text.openness(whole).startswith("First place is as open as if 2.3 options ")
    assert central_note(whole).startswith("The usual weights are the mean of all that were ")


def test_of_a_single_option_nothing_is_said_of_pairs() -> None:
    single = replace(
        found_in(), options=(option_shares("close-now", (1.0,)),), pairwise={"close-now": {}}
    )
    assert method(scene_of(bridge(), single)) == f"Sampled: {DRAWN}; {RANKS}."
    assert "Above leader" not in screen(scene_of(bridge(), single), 140)
    assert "Above the leader" not in robustness_markdown(scene_of(bridge(), single))


def test_what_0_per_cent_means_is_said_where_it_is_shown_and_drawn() -> None:
    said = "0%: in none of the futures drawn."
    scene = scene_of(bridge(), found_in())
    assert said in screen(scene, 140)
    assert said in robustness_markdown(scene)
    three = replace(scene, top=3)  # which are all first at times
    assert text.never_drawn(three, ranked=[], above=True) == ""
    assert said not in screen(scene_of(bridge(), replace(found_in(), exact=True)), 140)
    parts: tuple[Part, ...] = ("first",)
    exact = scene_of(bridge(), replace(found_in(), exact_parts=parts))
    assert text.never_drawn(exact, ranked=[], above=True) == ""
    assert text.never_drawn(exact, ranked=[0.1, 0.0], above=False) == said


def test_where_several_are_level_it_says_who_is_taken_as_the_leader() -> None:
    ranks = {"second-bridge": (0.501, 0.499), "rebuild": (0.499, 0.501)}
    scene = changed(scene_of(bridge(), found_in(ranks)), losing=losing())
    assert text.rivals(scene) == ""
    assert losing_start(scene) == (
        f"Taken as the leader: {SECOND}, which is first most often in these draws. "
        "A first place that is shared does not count as losing."
    )
    parts: tuple[Part, ...] = ("first",)
    options = tuple(replace(each, first=0.5, first_error=0.0) for each in scene.found.options)
    even = replace(scene.found, options=options, exact_parts=parts)
    exact = changed(scene_of(bridge(), even), losing=replace(losing(), lost=0.5))
    assert losing_start(exact) == (
        f"Taken as the leader: {SECOND}, one of those that are first equally often."
    )
    for shown in (" ".join(screen(exact, 80).split()), robustness_markdown(exact)):
        assert "one of those that are first equally often." in shown


@pytest.mark.parametrize(("lost", "told"), [(0.35, False), (0.34, False), (0.33, True)])
def test_a_shared_first_place_is_said_to_be_no_loss_where_it_matters(
    lost: float, told: bool
) -> None:
    """The leader is first in 65 %; of what is lost 1.2 points may be chance, of that 0.2."""
    scene = changed(scene_of(bridge(), found_in()), losing=replace(losing(), lost=lost))
    said = "A first place that is shared does not count as losing."
    assert losing_start(scene) == (said if told else "")
    assert (said in " ".join(screen(scene, 80).split())) == told
    assert (said in robustness_markdown(scene)) == told


def test_what_is_uncertain_is_counted() -> None:
    scene = scene_of(bridge(), found_in())
    assert text.uncertain(scene) == (
        "Uncertain: 29 of 35 scores (1 of them unknown). "
        "Weights: any at all, each set as likely as any other."
    )


@pytest.mark.parametrize(
    ("weights", "vary", "words"),
    [
        ("fixed", False, "Weights: fixed at those of Everyone."),
        ("admissible", False, "Weights: those of Everyone, which its statements fix."),
        ("admissible", True, "Weights: all that the statements of Everyone allow."),
        ("profiles", True, "Weights: those of 3 profiles, each as likely as any other."),
    ],
)
def test_the_weights_considered_are_named(weights: str, vary: bool, words: str) -> None:
    found = replace(found_in(), weights=weights)
    scene = scene_of(bridge(), found, weights=vary, title="Everyone", profiles=3)
    assert text.uncertain(scene).endswith(words)


def test_weights_near_a_profile_say_how_near() -> None:
    scene = scene_of(bridge(), replace(found_in(), weights="near"), title="Everyone")
    said = text.uncertain(changed(scene, concentration=50.0, together=True, pert=True))
    assert said.endswith("near those of Everyone (concentration 50).")
    assert "one expert drawn for all their judgements" in said
    assert "PERT" in said


def test_the_error_is_told_and_never_too_small() -> None:
    scene = scene_of(bridge(), found_in())
    assert method(scene) == (
        "Sampled: 100,000 draws from seed 1; the 95% interval of every share of a rank reaches "
        "at most 0.32 points to either side, that of how often one option stands above another at "
        "most 1.3 points."
    )
    assert [points(w) for w in (0.0, 0.0312, 0.031201, 0.2)] == [
        *("0 points", "3.2 points", "3.2 points", "20 points")
    ]
    assert points(float("nan")) == "an unknown number of points"
    exact = replace(scene.found, exact=True)
    assert method(scene_of(bridge(), exact)) == "Exact: nothing was sampled."


def test_a_stopped_run_says_so_with_its_error() -> None:
    scene = scene_of(bridge(), with_notes(found_in()))
    assert method(scene).startswith("Stopped early, after 100,000 draws from seed 1; the 95%")
    said = cautions(scene)
    assert said[0].startswith("It was stopped before all futures were drawn")
    assert said[1] == (
        "2% of the distribution that Bridge engineer gives for Close it now on Trade lies beyond "
        "the scale and counts as its end."
    )
    assert said[2] == "With 300 options it is not counted which of each pair is better."
    assert len(said) == 3  # a cut of 0.4 % is not worth a word


def test_many_cuts_are_not_told_one_by_one() -> None:
    cuts = tuple(Cut("rebuild", "cost", "mayor", 0.02 + i / 1000) for i in range(40))
    said = cautions(scene_of(bridge(), replace(found_in(), cuts=cuts)))
    assert len(said) == 6
    assert said[0].startswith("6% ")
    assert "35 more judgements" in said[-1]


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (
            ("first", "pairwise", "expected-ranks"),
            (
                "First places, expected ranks and comparisons of pairs are exact; the other ranks "
                f"are sampled: {DRAWN}; {RANKS}."
            ),
        ),
        (
            ("pairwise", "expected-ranks"),
            (
                f"Expected ranks and comparisons of pairs are exact; ranks are sampled: {DRAWN}; "
                f"{RANKS}."
            ),
        ),
        (
            ("first", "ranks", "expected-ranks"),
            (
                f"All ranks are exact; comparisons of pairs and central weights are sampled: "
                f"{DRAWN}; the 95% interval of how often one option stands above another reaches "
                "at most 1.3 points to either side."
            ),
        ),
        (
            ("first", "ranks", "expected-ranks", "pairwise"),
            f"All ranks and comparisons of pairs are exact; central weights are sampled: {DRAWN}.",
        ),
    ],
)
def test_what_is_exact_is_told_part_by_part_with_the_error_of_the_rest(
    parts: tuple[Part, ...], said: str
) -> None:
    scene = scene_of(bridge(), replace(found_in(), exact_parts=parts))
    assert method(scene) == said


def test_a_run_with_exact_parts_that_was_stopped_says_both() -> None:
    found = replace(found_in(), exact_parts=("first",), interrupted=True, pairwise=None)
    assert method(scene_of(bridge(), found)) == (
        f"First places are exact; the rest was stopped early, after {DRAWN}; {RANKS}."
    )


def test_shares_have_no_more_digits_than_their_error_leaves() -> None:
    found = found_in()
    options = tuple(replace(option, first_error=0.01) for option in found.options)
    rough = scene_of(bridge(), replace(found, options=options))
    assert " is first in 65% of all futures considered" in text.headline(rough)
    assert text.headline(rough).endswith("with 30%.")
    assert rough.first(option_shares("rebuild", (0.0002, 0.9998))) == "<1%"
    # Comparisons and confidence factors rest on fewer independent draws than first places do.
    assert "in 37%" in text.rivals(scene_of(bridge(), found))
    assert scene_of(bridge(), found).confident(0.753) == "75%"
    assert scene_of(bridge(), replace(found, confidence_draws=0)).confident(0.753) == "75.3%"


@pytest.mark.parametrize(
    ("share", "shown"),
    [(0.0, "0%"), (0.004, "<1%"), (0.5049, "50%"), (0.9951, ">99%"), (1.0, "100%")],
)
def test_shares_that_may_be_off_by_more_than_half_a_point_are_whole(
    share: float, shown: str
) -> None:
    assert percent(share, 0.0051) == shown


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (0.0, "0%"),
        (1e-5, "<0.1%"),
        (0.0005, "0.1%"),
        (0.5, "50.0%"),
        (0.99951, ">99.9%"),
        (1.0, "100%"),
    ],
)
def test_only_never_and_always_read_as_0_and_100(share: float, shown: str) -> None:
    assert percent(share) == shown


def test_usual_weights_are_the_central_ones_as_often_as_their_option_wins() -> None:
    options = [
        option_shares("close-now", (0.25, 0.75), (1.0, 0.0, 0.0, 0.0, 0.0)),
        option_shares("rebuild", (0.75, 0.25), (0.0, 1.0, 0.0, 0.0, 0.0)),
        option_shares("keep-open", (0.0, 0.0)),
    ]
    usual = usual_weights(options)
    assert usual["collapse-risk"] == pytest.approx(0.25)
    assert usual["rescue-time"] == pytest.approx(0.75)
    assert usual_weights(options[2:]) == {}


def test_central_weights_are_told_against_the_usual_ones() -> None:
    scene = scene_of(bridge(), found_in())
    assert [shares.option for shares in winners(scene)] == ["second-bridge", "rebuild", "close-now"]
    said = central_line(scene, scene.found.of("close-now"))
    assert said.startswith("more weight on Risk of collapse (40% against ")
    assert " and less on " in said
    assert said.endswith("; at just these weights it is first in 75%.")


def test_weights_that_are_as_usual_are_not_taken_apart() -> None:
    same = (0.2, 0.2, 0.2, 0.2, 0.2)
    options = (
        option_shares("close-now", (0.5, 0.5), same),
        option_shares("rebuild", (0.5, 0.5), same),
    )
    scene = scene_of(bridge(), replace(found_in(), options=options))
    assert central_line(scene, options[0]) == "under weights much like the usual ones."


def test_the_nearest_rivals_are_those_that_stand_above_the_leader_most_often() -> None:
    said = text.rivals(scene_of(bridge(), found_in()))
    assert said.startswith(f"Most often above {SECOND}: 全面的な架け替え (rebuild it) (in 37% of ")
    assert "futures), Limit the weight (27%), Limit the speed (27%), " in said
    assert text.rivals(scene_of(bridge(), replace(found_in(), pairwise=None))) == ""


def test_central_weights_of_too_few_draws_are_not_told() -> None:
    found = found_in()
    options = tuple(replace(option, central_draws=99.0) for option in found.options)
    assert winners(scene_of(bridge(), replace(found, options=options))) == ()
    exact = tuple(replace(option, central_draws=0.0) for option in found.options)
    assert len(winners(scene_of(bridge(), replace(found, options=exact)))) == 3
