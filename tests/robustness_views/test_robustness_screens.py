"""What the views of robustness show of results made by hand, kept as files to read.

`POLICYSCORE_SNAPSHOTS=write pytest tests/robustness_views` writes them anew; read the difference.
"""

import difflib
import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from robustness_scenes import (
    bridge,
    certain,
    changed,
    found_in,
    losing,
    scene_of,
    screen,
    with_notes,
    with_voices,
)

from policyscore.views.robustness.as_csv import robustness_csv
from policyscore.views.robustness.markdown import robustness_markdown
from policyscore.views.robustness.scene import Scene

SCREENS = Path(__file__).resolve().parent / "screens"


# A future that is the only one: two options tie for first, one misses a requirement.
ONE = {
    "close-now": (0.5, 0.5, 0.0),
    "rebuild": (0.5, 0.5, 0.0),
    "second-bridge": (0.0, 0.0, 1.0),
    "open-to-lorries": (0.0, 0.0, 0.0),
}


def _any(width: int, encoding: str) -> str:
    return screen(scene_of(bridge(), found_in()), width, encoding)


def _whole() -> Scene:
    """All parts at once, under the statements of a profile."""
    found = replace(
        found_in(),
        profile="everyone",
        weights="admissible",
        exact_parts=("first", "expected-ranks"),
        half_width=0.031,
        pairwise_half_width=0.06,
    )
    scene = with_voices(scene_of(bridge(), found, title="Everyone at the table"))
    return changed(scene, losing=losing())


def _certain() -> str:
    found = replace(found_in(ONE), profile="everyone", weights="fixed", exact=True)
    return screen(certain(scene_of(bridge(), found, title="Everyone at the table")), 80)


def _profiles() -> str:
    return screen(scene_of(bridge(), replace(found_in(), weights="profiles"), profiles=3), 80)


MAKERS: dict[str, Callable[[], str]] = {
    "any.40.txt": partial(_any, 40, "utf-8"),
    "any.80.txt": partial(_any, 80, "utf-8"),
    "any.80.ascii.txt": partial(_any, 80, "ascii"),
    "any.140.txt": partial(_any, 140, "utf-8"),
    "stopped.80.txt": lambda: screen(
        scene_of(bridge(), with_notes(found_in(confidence=False))), 80
    ),
    "profiles.80.txt": _profiles,
    "certain.80.txt": _certain,
    "whole.40.txt": lambda: screen(_whole(), 40),
    "whole.80.txt": lambda: screen(_whole(), 80),
    "whole.140.txt": lambda: screen(_whole(), 140),
    "whole.md": lambda: robustness_markdown(_whole()),
    "any.md": lambda: robustness_markdown(scene_of(bridge(), found_in())),
    "any.csv": lambda: robustness_csv(scene_of(bridge(), found_in())),
}


@pytest.mark.parametrize("name", MAKERS)
def test_a_robustness_screen_is_as_it_was(name: str) -> None:
    kept, now = SCREENS / name, MAKERS[name]()
    if os.environ.get("POLICYSCORE_SNAPSHOTS") == "write":
        kept.write_bytes(now.encode("utf-8"))
    before = kept.read_bytes().decode("utf-8") if kept.exists() else ""
    difference = difflib.unified_diff(
        before.splitlines(), now.splitlines(), f"kept in {name}", "shown now", lineterm=""
    )
    assert before == now, "\n" + "\n".join(difference)


def test_no_robustness_screen_is_left_over() -> None:
    assert {path.name for path in SCREENS.iterdir()} == set(MAKERS)


def test_plain_terminals_get_plain_characters() -> None:
    text = (SCREENS / "any.80.ascii.txt").read_text("utf-8")
    strips = [line for line in text.splitlines() if line.startswith("Close it now")]
    assert len(strips) == 1
    assert "=" in strips[0]
