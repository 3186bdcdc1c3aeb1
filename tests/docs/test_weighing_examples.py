"""The examples in docs/weighing.md give the weights that stand under them, without findings."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from policyscore.case.directory import Files
from policyscore.decision import check
from policyscore.weighing.ways import WAYS
from policyscore.weighing.weights import Weights

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "weighing.md").read_text("utf-8")
CRITERIA = ["escalation-risk", "deterrence", "support", "allies", "cost"]
OPTION = f"title: Wait\nscores: {{{', '.join(f'{key}: unknown' for key in CRITERIA)}}}\n"
_BLOCK = re.compile(
    r"(?:^`(?P<path>[^`\n]+)`\n\n)?^```yaml\n(?P<text>.*?)^```\n(?P<said>(?:\n> [^\n]+\n)*)",
    re.MULTILINE | re.DOTALL,
)


class Example(NamedTuple):
    """A part of a weights file, and what is said of it.

    Attributes:
        text: The part below `title`.
        weights: The line of weights under it.
        bounds: The line of the least and greatest weights; empty if there is none.
        consistency: The line of consistency; empty if there is none.
    """

    text: str
    weights: str
    bounds: str
    consistency: str


def _said(block: re.Match[str], what: str) -> str:
    found = re.search(rf"^> {what}: (.+)\.$", block["said"], re.MULTILINE)
    return found[1] if found else ""


BLOCKS = list(_BLOCK.finditer(PAGE))
NAMED = {block["path"]: block["text"] for block in BLOCKS if block["path"]}
EXAMPLES = [
    Example(block["text"], *(_said(block, what) for what in ("Weights", "Bounds", "Consistency")))
    for block in BLOCKS
    if not block["path"]
]


def weights_of(stated: str) -> Weights:
    """The weights of an example in the case of the page, of which nothing is found."""
    texts = {
        path: f"title: X\n{text}" if path.startswith("weights/") else text
        for path, text in NAMED.items()
    }
    texts |= {"options/wait.yaml": OPTION, "weights/shown.yaml": f"title: Shown\n{stated}"}
    decision, findings = check(Files(texts=texts, present=set(texts)), quality=True)
    assert [f.message for f in findings if f.path != "options/wait.yaml"] == []
    assert decision is not None
    return decision.weights["shown"]


def name(example: Example) -> str:
    return " ".join(example.text.split())[:50]


def test_every_block_of_the_page_is_an_example() -> None:
    assert PAGE.count("```yaml") == len(BLOCKS)
    assert sorted(NAMED) == ["policyscore.yaml", "weights/envoy.yaml", "weights/general.yaml"]


def test_every_way_has_a_section_with_an_example() -> None:
    for way in WAYS:
        section = PAGE.split(f"\n## {way}\n")[1].split("\n## ")[0]
        assert f"```yaml\n{way}:" in section, way
        assert f"(#{way})" in PAGE, way


def test_every_setting_is_named_on_the_page() -> None:
    for way in WAYS.values():
        for key in way.settings:
            assert re.search(rf"`{key}[:`]|^{key}:", PAGE, re.MULTILINE), key


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_an_example_gives_the_weights_under_it(example: Example) -> None:
    weights = weights_of(example.text)
    said = ", ".join(f"`{key}` {weight:.3f}" for key, weight in weights.criteria.items())
    assert example.weights == said


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_an_example_leaves_open_what_is_said_of_it(example: Example) -> None:
    extents = weights_of(example.text).extents
    said = ", ".join(
        f"`{key}` {extents[key][0]:.3f} to {extents[key][1]:.3f}" for key in CRITERIA if extents
    )
    assert example.bounds == ("" if example.text.startswith("order:") else said)


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_an_example_is_as_consistent_as_is_said(example: Example) -> None:
    found = [
        f"{c.ratio:.3f}, limit {c.limit}"
        for c in weights_of(example.text).consistency
        if c.ratio is not None and c.limit is not None and not c.group
    ]
    assert [example.consistency.replace("0.10", "0.1")] == (found or [""])


def test_an_order_leaves_open_what_the_page_says() -> None:
    example = next(e for e in EXAMPLES if e.text.startswith("order:"))
    assert "anything from 0.2 to 1, and the *k*-th criterion anything up to 1/*k*" in PAGE
    extents = weights_of(example.text).extents
    assert extents["escalation-risk"] == pytest.approx((0.2, 1))
    assert extents["deterrence"] == pytest.approx((0, 1 / 2))
    assert extents["allies"] == pytest.approx((0, 1 / 4))
    assert extents["cost"] == pytest.approx((0, 1 / 5))
    assert "more than eleven times as much as the last" in PAGE
    criteria = weights_of(example.text).criteria
    assert 11 < criteria["escalation-risk"] / criteria["cost"] < 12


def test_a_step_through_a_value_function_is_worth_what_the_page_says() -> None:
    assert "from 50 to 0 is worth 70 of that scale's 100, not 50" in PAGE
    rest = "".join(
        f"  - {key} from {ends} is worth escalation-risk from 100 to 0\n"
        for key, ends in {"support": "0 to 100", "allies": "0 to 100", "cost": "40 to 0"}.items()
    )
    step = "  - escalation-risk from 50 to 0 is worth deterrence from 0 to 70\n"
    criteria = weights_of(f"trade-offs:\n{step}{rest}").criteria
    assert criteria["deterrence"] == pytest.approx(criteria["escalation-risk"])
