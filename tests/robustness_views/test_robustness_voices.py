"""What is said of experts and profiles: short, whoever and however many they are."""

from dataclasses import replace

import pytest
from robustness_scenes import (
    HOSTILE,
    bridge,
    changed,
    found_in,
    hostile,
    scene_of,
    screen,
    with_voices,
)

from policyscore.analysis.robustness.camps import Camp, Camps
from policyscore.case.case import Case
from policyscore.case.header import Expert
from policyscore.views.robustness.markdown import robustness_markdown
from policyscore.views.robustness.scene import Scene
from policyscore.views.robustness.voices import voices


def crowd(many: int, title: str = "Expert") -> Case:
    """The bridge with so many experts."""
    case = bridge()
    experts = {f"e{i:03}": Expert(f"{title} {i}", 1.0) for i in range(many)}
    return Case(replace(case.header, experts=experts), dict(case.options), dict(case.profiles))


def camps_of(scene: Scene, camps: dict[str, tuple[str, ...]]) -> Scene:
    """The same with profiles that put these options first."""
    firsts = tuple(Camp("", members, (option,), None) for option, members in camps.items())
    return changed(scene, profiles=Camps(firsts, None, 1, 3, None))


def test_nothing_is_said_of_what_there_is_not() -> None:
    assert voices(scene_of(bridge(), found_in())) == []


def test_experts_who_differ_are_named_under_what_they_put_first() -> None:
    experts, profiles = voices(with_voices(scene_of(bridge(), found_in(), title="Everyone")))
    assert experts.heading == (
        "What each expert puts first by their own judgements and the weights of Everyone"
    )
    assert experts.camps == (
        ("Close it now", "Bridge engineer; Chief of the fire brigade"),
        ("Keep it open", "市長 (the mayor)"),
    )
    assert experts.note == (
        "Of all pairs of experts, 67% differ in who is first. Each can differ only where others "
        "judged, too: in 4 to 6 of 35 scores."
    )
    assert profiles.camps == ()
    assert profiles.note.startswith("All 3 profiles put 全面的な架け替え (rebuild it) first.")


def test_hundreds_of_experts_do_not_flood_the_screen() -> None:
    case = crowd(300)
    scene = with_voices(scene_of(case, found_in()), [f"e{i:03}" for i in range(300)])
    (experts, _) = voices(scene)
    assert experts.camps == (
        ("Close it now", "150 of 300 experts"),
        ("Keep it open", "150 of 300 experts"),
    )
    few = with_voices(scene_of(bridge(), found_in()))
    assert len(screen(scene, 80).splitlines()) <= len(screen(few, 80).splitlines())


def test_two_who_agree_are_both() -> None:
    scene = with_voices(scene_of(bridge(), found_in()), ["engineer"])
    agreed = camps_of(scene, {"rebuild": ("everyone", "treasurer")})
    assert voices(agreed)[-1].note == "Both profiles put 全面的な架け替え (rebuild it) first."


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({}, None),
        ({"limit-weight": ("f",)}, ("1 more option", "1 profile")),
        (
            {"limit-weight": ("f",), "open-to-lorries": ("g", "h")},
            ("2 more options", "3 profiles in all"),
        ),
        (
            {"limit-weight": ("f",), "open-to-lorries": ("g",)},
            ("2 more options", "one profile each"),
        ),
    ],
)
def test_many_camps_are_cut_short(
    more: dict[str, tuple[str, ...]], line: tuple[str, str] | None
) -> None:
    case = bridge()
    titled = {key: replace(case.profiles["everyone"], title=key.upper()) for key in "abcdefgh"}
    case = Case(case.header, dict(case.options), titled)
    four = {
        "close-now": ("a",),
        "keep-open": ("b", "c"),
        "rebuild": ("d",),
        "second-bridge": ("e",),
    }
    (profiles,) = voices(camps_of(scene_of(case, found_in()), four | more))
    assert profiles.camps[1] == ("Keep it open", "B; C")
    assert profiles.camps[4:] == (() if line is None else (line,))


def test_who_excludes_every_option_puts_none_first() -> None:
    scene = camps_of(scene_of(bridge(), found_in()), {"rebuild": ("everyone",)})
    assert scene.study.profiles is not None
    none = Camp("", ("treasurer",), (), None)
    both = replace(scene.study.profiles, firsts=(*scene.study.profiles.firsts, none))
    (profiles,) = voices(changed(scene, profiles=both))
    assert profiles.camps[1] == ("No option", "Treasurer first")
    all_of_them = Camp("", ("everyone", "treasurer"), (), None)
    alone = replace(scene.study.profiles, firsts=(all_of_them,))
    (profiles,) = voices(changed(scene, profiles=alone))
    assert profiles.note.startswith("Both profiles put no option first.")


@pytest.mark.parametrize(
    ("groups", "words"),
    [
        ((("everyone", "fire-brigade", "treasurer"),), "Their whole rankings are much alike"),
        ((("everyone",), ("treasurer",)), "No two of their whole rankings are much alike"),
        (
            (("everyone", "treasurer"), ("fire-brigade",)),
            (
                "fall into 2 camps; within a camp they are much alike (tau-b of 0.7 or more). The "
                "largest: Everyone at the table; Treasurer first."
            ),
        ),
    ],
)
def test_whole_rankings_that_are_alike(groups: tuple[tuple[str, ...], ...], words: str) -> None:
    scene = camps_of(scene_of(bridge(), found_in()), {"rebuild": ("everyone", "treasurer")})
    assert scene.study.profiles is not None
    alike = tuple(Camp("", members, (), None) for members in groups)
    found = replace(scene.study.profiles, alike=alike)
    (profiles,) = voices(changed(scene, profiles=found))
    assert words in profiles.note


def test_titles_of_experts_and_profiles_are_no_markup() -> None:
    case = crowd(2, HOSTILE)
    titled = {key: replace(each, title=HOSTILE) for key, each in case.profiles.items()}
    case = Case(case.header, dict(hostile().options), titled)
    scene = with_voices(scene_of(case, found_in(), title=HOSTILE), ["e000", "e001"])
    scene = camps_of(scene, {"rebuild": ("everyone",), "close-now": ("treasurer",)})
    shown = screen(scene, 80)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    text = robustness_markdown(scene)
    assert "<b>" not in text
    assert "@team" not in text
    assert "`c`" not in text.replace("\\`c\\`", "")


def test_confidence_is_shown_only_where_weights_differ() -> None:
    sure, open_ = (scene_of(bridge(), found_in(), weights=vary) for vary in (False, True))
    assert "Confidence" in screen(open_, 140)
    assert "Confidence" not in screen(sure, 140)
    assert "Confidence" in robustness_markdown(open_)
    assert "Confidence" not in robustness_markdown(sure)
