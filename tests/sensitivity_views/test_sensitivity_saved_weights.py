"""The nearest weights, saved, are a valid profile that ranks as promised, and only just."""

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sensitivity_view_cases import BRIDGE, CLOSE, decide, policyscore, scene_of, texts, write

from policyscore.analysis.sensitivity_reading import writable_points
from policyscore.decision import load
from policyscore.scoring.ranking import rank_options
from policyscore.views.sensitivity.file import weights_file


def first(decision: object, weights: dict[str, float]) -> tuple[str, ...]:
    valued = decision.valued  # type: ignore[attr-defined]
    ranked = rank_options(valued, weights, next(iter(valued.values())))
    return tuple(r.option for r in ranked if r.rank == 1)


@pytest.mark.parametrize("profile", ["everyone", "fire-brigade", "treasurer"])
def test_saved_weights_dethrone_and_a_thousandth_less_does_not(
    profile: str, tmp_path: Path
) -> None:
    target = tmp_path / "near.yaml"
    done = policyscore("sensitivity", "-p", profile, "--save", target, cwd=BRIDGE)
    assert (done.code, target.exists()) == (0, True)
    decision = load(BRIDGE)
    now = decision.weights[decision.profile(profile)].criteria
    then = decision.weights[decision.profile(str(target))].criteria
    before, after = first(decision, now), first(decision, then)
    assert not set(before) & set(after)
    assert first(decision, {c: now[c] + 0.999 * (then[c] - now[c]) for c in now}) == before


def test_the_file_has_a_title_a_reason_and_one_criterion_a_line(tmp_path: Path) -> None:
    write(tmp_path, CLOSE)
    policyscore("sensitivity", "--save", "near.yaml", cwd=tmp_path)
    lines = (tmp_path / "near.yaml").read_text("utf-8").splitlines()
    assert lines[0] == 'title: "Nearest weights at which Bide our time takes first place"'
    assert "Of all weights that change who is first under Plain" in " ".join(lines)
    assert [line.split(":")[0] for line in lines[-4:]] == ["points", "  cost", "  speed", "  trust"]
    ranked = policyscore("rank", "near.yaml", cwd=tmp_path).out
    assert ranked.splitlines()[3].split()[:3] == ["1", "Bide", "our"]


def test_the_way_to_try_them_is_told_and_works(tmp_path: Path) -> None:
    write(tmp_path / "case", CLOSE)
    asked = policyscore("sensitivity", "-C", "case", cwd=tmp_path, columns=160).out
    line = next(line for line in asked.splitlines() if line.startswith("To try them: "))
    save, rank = line.removeprefix("To try them: ").split(" && ")
    assert save == "policyscore -C case sensitivity --save nearest.yaml"
    saved = policyscore(*save.split()[1:], cwd=tmp_path)
    assert saved.err.endswith("To try them: policyscore -C case rank nearest.yaml\n")
    assert rank == "policyscore -C case rank nearest.yaml"
    assert "Bide our time" in policyscore(*rank.split()[1:], cwd=tmp_path).out.splitlines()[3]


def test_a_file_that_is_there_is_replaced_only_by_force(tmp_path: Path) -> None:
    write(tmp_path, CLOSE)
    (tmp_path / "near.yaml").write_text("mine\n", "utf-8")
    refused = policyscore("sensitivity", "--save", "near.yaml", cwd=tmp_path)
    assert (refused.code, refused.out) == (2, "")
    assert "--force" in refused.err
    assert (tmp_path / "near.yaml").read_text("utf-8") == "mine\n"
    assert policyscore("sensitivity", "--save", "near.yaml", "--force", cwd=tmp_path).code == 0
    assert "points:" in (tmp_path / "near.yaml").read_text("utf-8")


def test_force_alone_is_wrong_usage(tmp_path: Path) -> None:
    write(tmp_path, CLOSE)
    assert policyscore("sensitivity", "--force", cwd=tmp_path).code == 2


def test_weights_under_which_a_rival_can_only_tie_are_saved_as_such(tmp_path: Path) -> None:
    files = texts(
        {"a": {"cost": 100, "speed": 50}, "b": {"cost": 100, "speed": 0}}, {"cost": 1, "speed": 2}
    )
    write(tmp_path, files)
    screen = policyscore("sensitivity", "--save", "near.yaml", cwd=tmp_path, columns=160).out
    said = " ".join(screen.split())
    assert "would let Bide our time tie for first place, and no weights do more." in said
    text = (tmp_path / "near.yaml").read_text("utf-8")
    assert 'title: "Nearest weights at which Bide our time ties for first place"' in text
    decision = load(tmp_path)
    key = decision.profile(str(tmp_path / "near.yaml"))
    assert first(decision, decision.weights[key].criteria) == ("a", "b")


def test_where_no_weights_change_anything_nothing_is_saved(tmp_path: Path) -> None:
    write(tmp_path, texts({"d": {"cost": 10}, "a": {"cost": 20}}, {"cost": 1}))
    done = policyscore("sensitivity", "--save", "near.yaml", cwd=tmp_path)
    assert done.code == 2
    assert "There is nothing to save: no weights change who is first." in done.err
    assert not (tmp_path / "near.yaml").exists()


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    write(tmp_path, CLOSE)
    done = policyscore("sensitivity", "--save", "no/such/near.yaml", cwd=tmp_path)
    assert done.code == 2
    assert "cannot be written" in done.err


def test_a_name_without_an_ending_is_told_as_rank_takes_it(tmp_path: Path) -> None:
    write(tmp_path, CLOSE)
    done = policyscore("sensitivity", "--save", "near", cwd=tmp_path)
    command = done.err.strip().split("policyscore ", 1)[1]
    assert command == "rank ./near"
    assert policyscore(*command.split(), cwd=tmp_path).code == 0


NASTY = (
    *('"quoted": # no', "it's {a: [b", "- x\\n & *y !z %w", "\\"),
    *("漢字" * 60, "'" * 250, "x" * 300),
)


@pytest.mark.parametrize("title", NASTY)
def test_titles_of_any_kind_make_a_valid_file(title: str, tmp_path: Path) -> None:
    files = texts(
        {"d": {"cost": 30, "speed": 60}, "b": {"cost": 60, "speed": 20}},
        {"cost": 1, "speed": 2},
        titles={"b": title, "d": title},
        profile=title,
    )
    write(tmp_path, files)
    assert policyscore("sensitivity", "--save", "near.yaml", cwd=tmp_path).code == 0
    decision = load(tmp_path)
    key = decision.profile(str(tmp_path / "near.yaml"))
    assert first(decision, decision.weights[key].criteria) == ("b",)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    scores=st.lists(st.lists(st.integers(0, 100), min_size=3, max_size=3), min_size=2, max_size=4),
    weights=st.lists(st.integers(0, 9), min_size=3, max_size=3),
)
def test_what_is_written_ranks_as_promised_in_any_case(
    scores: list[list[int]], weights: list[int]
) -> None:
    assume(any(weights))
    names = ("cost", "speed", "trust")
    judged = {
        option: dict(zip(names, map(float, row), strict=True))
        for option, row in zip("abcd", scores, strict=False)
    }
    decision = decide(texts(judged, dict(zip(names, weights, strict=True))))
    scene = scene_of(decision)
    nearest = scene.found.nearest
    assume(nearest is not None and nearest.strict is not None)
    assert nearest is not None
    written = writable_points(decision.valued, scene.weights, nearest)
    text = weights_file(scene, nearest, written)
    assert all("e" not in number for number in written.values())
    files = texts(judged, dict(zip(names, weights, strict=True)))
    again = decide({**files, "weights/n.yaml": text})
    assert nearest.option in first(decision, again.weights["n"].criteria)
    assert first(decision, again.weights["n"].criteria) != scene.found.first
