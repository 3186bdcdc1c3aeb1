"""Ties, single options, exclusions and leaders that nothing dethrones read right."""

from typing import Any

import pytest
from sensitivity_view_cases import (
    CLOSE,
    Texts,
    decide,
    made_by_hand,
    near,
    never,
    scene_of,
    texts,
)

from policyscore.analysis.sensitivity.results import LeftOut, Mind
from policyscore.views.sensitivity.left_out import left_out_section
from policyscore.views.sensitivity.lists import nearest_section, rivals_section
from policyscore.views.sensitivity.markdown import sensitivity_markdown
from policyscore.views.sensitivity.minds import minds_section, profiles_section
from policyscore.views.sensitivity.ranges import range_lists
from policyscore.views.sensitivity.scores import experts_section, judgements_section
from policyscore.views.sensitivity.text import headline, reason

SCALE = {"better": "higher", "scale": {0: "none", 100: "all"}}
AT_LEAST = {
    "cost": {"title": "Cost", **SCALE, "at-least": 50},
    "speed": {"title": "Speed", **SCALE},
}
EVEN = {"cost": 1.0, "speed": 1.0}


def told(files: Texts) -> str:
    return headline(scene_of(decide(files)))


def pair(a: tuple[float, float], b: tuple[float, float], **more: Any) -> Texts:
    scores = {o: dict(zip(EVEN, row, strict=True)) for o, row in (("a", a), ("b", b))}
    return texts({"d": {"cost": 0, "speed": 0}, **scores}, EVEN, **more)


def test_the_nearest_of_all_comes_first_in_plain_words() -> None:
    scene = scene_of(decide(CLOSE))
    assert headline(scene) == (
        "Act now is first under Plain, but that is fragile. Moving 1.8 of 100 points of weight "
        "from Cost to Speed would put Bide our time first. So would one judgement: ann scoring "
        "Act now below 59 instead of 60 on Cost. That lies inside the range that ann gave, 40 to "
        "70. 10 of the 13 judgements could each change first place alone, 2 of them without "
        "leaving the range that their judge gave."
    )
    assert reason(scene) == "Why ann says 60: Cheaper than it looks. [p. 3]"


def test_a_leader_that_nothing_dethrones() -> None:
    assert told(pair((100, 100), (0, 0))) == (
        "Act now is first under Plain. No weights and no single judgement change who is first."
    )


def test_a_single_option() -> None:
    files = texts({"a": {"cost": 10, "speed": 20}}, EVEN)
    assert told(files).endswith("It is the only option that can be ranked.")
    scene = scene_of(decide(files))
    assert nearest_section(scene).empty
    assert judgements_section(scene).empty
    assert left_out_section(scene).lines == (
        "Nothing that is left out alone changes who is first.",
    )


def test_a_single_criterion_has_all_the_weight() -> None:
    scene = scene_of(decide(texts({"d": {"cost": 10}, "a": {"cost": 20}}, {"cost": 1})))
    assert "No weights whatever change who is first. One judgement is enough: if" in headline(scene)
    (ranges,) = range_lists(scene)
    assert ranges.rows == ()
    assert ranges.notes == (
        "Cost: has all the weight, so that there is nothing to move it against.",
    )
    assert "Cost cannot be left out, since it has all the weight." in left_out_section(scene).notes


def test_a_tie_breaks_at_the_slightest_change() -> None:
    scene = scene_of(decide(pair((20, 60), (60, 20))))
    assert headline(scene).startswith(
        "Act now and Bide our time share first place under Plain, but that is fragile. The "
        "slightest change of weights breaks the tie."
    )
    assert "any lower than 20" in headline(scene)
    assert nearest_section(scene).grid is None
    assert "alone first" in nearest_section(scene).lines[0]
    grid = rivals_section(scene).grid
    assert grid is not None
    assert ("0.0", "the slightest change") in {row[1:] for row in grid.rows}


def test_twins_share_first_place_whatever_the_weights() -> None:
    text = told(pair((20, 60), (20, 60)))
    assert "share first place" in text
    assert "No weights whatever change who is first." in text


def test_where_only_a_judgement_is_near_it_is_told_first() -> None:
    files = texts(
        {"d": {"cost": 60, "speed": 0}, "a": {"cost": 55, "speed": 60}}, EVEN, criteria=AT_LEAST
    )
    text = told(files)
    assert text.index("One judgement is enough") < text.index("Moving 42.3 of 100 points")
    assert "below 50 instead of 55" in text
    assert text.endswith(
        "would do the same. 3 of the 4 judgements could each change first place alone."
    )


def test_every_option_excluded() -> None:
    files = texts(
        {"d": {"cost": 10, "speed": 0}, "a": {"cost": 20, "speed": 60}}, EVEN, criteria=AT_LEAST
    )
    text = told(files)
    assert text.startswith("No option meets every requirement, so nobody is first under Plain")
    assert text.endswith("at 50 or more instead of 20 on Cost, Act now would be first.")
    page = sensitivity_markdown(scene_of(decide(files)), "")
    assert "###" not in page


def test_an_excluded_option_can_come_in() -> None:
    files = texts(
        {"d": {"cost": 60, "speed": 0}, "b": {"cost": 40, "speed": 90}}, EVEN, criteria=AT_LEAST
    )
    scene = scene_of(decide(files))
    grid = judgements_section(scene).grid
    assert grid is not None
    assert any(row[1:] == ("40", "at 50 or more", "Bide our time") for row in grid.rows)
    items = [text for _, text in left_out_section(scene).items]
    assert (
        "Without Cost, Bide our time would be first. Bide our time would no longer be excluded."
        in items
    )


def test_the_changes_shown_add_up_to_the_points_named() -> None:
    then = {"cost": 0.4 - 0.0227, "speed": 0.3 + 0.0335, "trust": 0.3 - 0.0108}
    found = made_by_hand(nearest=near("b", then, 0.067))
    section = nearest_section(scene_of(decide(CLOSE), found=found))
    assert section.grid is not None
    changes = {row[0]: float(row[3]) for row in section.grid.rows}
    assert changes["Cost"] + changes["Trust"] == pytest.approx(-changes["Speed"])
    assert f"Moving {changes['Speed']:.1f} of 100 points" in section.lines[0]


def test_weights_that_let_a_rival_tie_and_no_more() -> None:
    weights = {"cost": 1.0, "speed": 0.0, "trust": 0.0}
    nearest = near("b", weights, 1.2, strict=None)
    scene = scene_of(decide(CLOSE), found=made_by_hand(nearest=nearest))
    assert headline(scene).endswith(
        "Moving 60.0 of 100 points of weight from Speed and Trust to Cost would let Bide our time "
        "tie for first place, and no weights do more. No single judgement changes who is first."
    )
    assert "make Act now and Bide our time share first place" in nearest_section(scene).lines[0]


def test_options_that_can_never_be_first_are_named_with_who_beats_them() -> None:
    found = made_by_hand(rivals=(never("b"), never("c", by="a")), rivals_left=2)
    notes = rivals_section(scene_of(decide(CLOSE), found=found)).notes
    assert len(notes) == 3
    assert notes[0].endswith(": Call a meeting (Act now).")
    assert notes[1].endswith("no single option is better on everything: Bide our time.")
    assert "for 2 other options the nearest weights were not sought" in notes[2]


@pytest.mark.parametrize(
    ("minds", "said"),
    [
        ((Mind("ann", 3, None, None),), "One person judges everything, and no single score"),
        (
            (Mind("ann", 3, None, None), Mind("bob", 2, None, None)),
            "Nobody who judged could change first place alone, not even with all their scores.",
        ),
    ],
)
def test_judges_who_cannot_change_anything(minds: tuple[Mind, ...], said: str) -> None:
    section = minds_section(scene_of(decide(CLOSE), found=made_by_hand(minds=minds)))
    assert section.lines[0].startswith(said)
    assert not section.items
    assert not section.notes


def test_judges_are_told_nearest_first_in_words_to_repeat() -> None:
    section = minds_section(scene_of(decide(CLOSE)))
    assert section.lines == ("Each of the 3 who judged could change first place with one score.",)
    labels, sayings = zip(*section.items, strict=True)
    assert labels == ("The case's author", "Ann (ann)", "Bob (bob)")
    assert sayings[1] == (
        "would put Bide our time first by scoring Act now below 59 instead of 60 on Cost (they "
        "hold 40 to 70 possible); or by shading all 3 of their scores by 2%."
    )
    assert "50, the middle of the range given, on Trust" in sayings[2]


def test_one_profile_has_nobody_to_compare_with() -> None:
    assert profiles_section(scene_of(decide(CLOSE))).empty


def test_long_lists_are_cut_with_a_count_and_shown_whole_when_asked() -> None:
    options = {f"o{i}": {"cost": float(i), "speed": 60.0 - i} for i in range(40)}
    decision = decide(texts(options, EVEN))
    short = judgements_section(scene_of(decision))
    whole = judgements_section(scene_of(decision, everything=True))
    assert short.grid is not None
    assert whole.grid is not None
    assert len(short.grid.rows) == 12
    assert (
        f"{len(whole.grid.rows) - 12} more scores could each do it: --all shows them."
        in short.notes
    )
    assert not any("--all" in note for note in whole.notes)


def test_what_cannot_be_left_out_is_said_with_its_reason() -> None:
    one = LeftOut("source", "memo", ("a",), (("a",),), False, False, alone=(("a", "cost"),))
    found = made_by_hand(left_out=(one,))
    (note,) = left_out_section(scene_of(decide(CLOSE), found=found)).notes
    assert note == (
        "The memo (memo) cannot be left out: 1 score would have nobody else's judgement to rest on."
    )


def test_a_judge_whose_weight_decides() -> None:
    judged = [{"by": "ann", "likely": 90}, {"by": "bob", "likely": 30}]
    files = texts({"d": {"cost": 50}, "a": {"cost": judged}}, {"cost": 1})
    section = experts_section(scene_of(decide(files)))
    assert section.items[0][1].startswith("If Ann (ann) counted for below 0.5 instead of 1, ")
