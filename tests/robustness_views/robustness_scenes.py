"""Cases and results made by hand, so that what is shown depends on nothing but the views."""

import io
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from rich.console import Console

from policyscore.analysis.robustness.camp_voices import ExpertCamps, Voice
from policyscore.analysis.robustness.camps import camps
from policyscore.analysis.robustness.doubts import doubts_of
from policyscore.analysis.robustness.losing.results import (
    Dimension,
    Limit,
    LosingBox,
    LosingFutures,
)
from policyscore.analysis.robustness.results import Cut, OptionShares, Robustness
from policyscore.analysis.robustness.study_results import Study
from policyscore.case.case import Case
from policyscore.decision import load
from policyscore.scoring.ranking import Ranked, Ranking
from policyscore.scoring.totals import Total, Valued
from policyscore.views.robustness.scene import Scene
from policyscore.views.robustness.terminal import robustness_terminal
from policyscore.weighing.weights import Weights

BRIDGE = Path(__file__).resolve().parents[1] / "snapshots" / "case"
OPTIONS = tuple(sorted(path.stem for path in (BRIDGE / "options").iterdir()))
CRITERIA = ("collapse-risk", "rescue-time", "cost", "trade", "trust")
HOSTILE = "[red]a|b\x1b[31m `c`\u202e<b>@team =1+1 :smile:"

# Shares of ranks 1 to 7, of what is left after `excluded`.
_RANKS = {
    "close-now": (0.05, 0.1, 0.15, 0.2, 0.2, 0.2, 0.1),
    "keep-open": (0.0, 0.05, 0.1, 0.15, 0.2, 0.2, 0.3),
    "limit-speed": (0.0002, 0.1998, 0.2, 0.2, 0.2, 0.1, 0.1),
    "limit-weight": (0.0, 0.2, 0.2, 0.2, 0.2, 0.15, 0.05),
    "open-to-lorries": (0.0, 0.0, 0.0, 0.0, 0.05, 0.05, 0.1),
    "rebuild": (0.2998, 0.2502, 0.2, 0.1, 0.1, 0.05, 0.0),
    "second-bridge": (0.65, 0.2, 0.15, 0.0, 0.0, 0.0, 0.0),
}
_CENTRAL = {
    "close-now": (0.4, 0.1, 0.3, 0.1, 0.1),
    "limit-speed": (0.2, 0.2, 0.2, 0.2, 0.2),
    "rebuild": (0.25, 0.3, 0.05, 0.3, 0.1),
    "second-bridge": (0.15, 0.15, 0.2, 0.2, 0.3),
}


def bridge() -> Case:
    """The case of the cracked bridge."""
    return load(BRIDGE).case


def hostile() -> Case:
    """The same with titles that would be markup, formulas, escapes or mentions.

    Files with escapes in them are not read; other makers of cases may let them in.
    """
    case = bridge()
    options = {key: replace(option, title=f"={HOSTILE}") for key, option in case.options.items()}
    return Case(case.header, options, dict(case.profiles))


def option_shares(
    option: str,
    acceptability: Sequence[float],
    central: Sequence[float] | None = None,
    confidence: float | None = None,
) -> OptionShares:
    """One option's shares; what is missing from 1 is how often it is excluded."""
    ranked = sum(acceptability)
    expected = sum((i + 1) * share for i, share in enumerate(acceptability))
    return OptionShares(
        option,
        acceptability[0],
        0.001,
        array("d", acceptability),
        array("d", [0.001] * len(acceptability)),
        max(1 - ranked, 0.0) if ranked < 1 - 1e-9 else 0.0,
        None if central is None else dict(zip(CRITERIA, central, strict=True)),
        0.0 if central is None else 100_000 * acceptability[0],
        confidence,
        expected / ranked if ranked > 0 else None,
        0.01,
        1.5,
        0.5,
        0.002,
    )


def pairwise(options: Sequence[OptionShares]) -> dict[str, dict[str, float]]:
    """Made up: each stands above another more often, the better its expected rank."""

    def rank(shares: OptionShares) -> float:
        return 8.0 if shares.expected_rank is None else shares.expected_rank

    return {
        a.option: {b.option: rank(b) / (rank(a) + rank(b)) for b in options if a.option != b.option}
        for a in options
    }


def found_in(
    ranks: Mapping[str, Sequence[float]] | None = None, *, confidence: bool = True
) -> Robustness:
    """A result of 100,000 draws over any weights."""
    options = tuple(
        option_shares(
            option,
            shares,
            _CENTRAL.get(option) if shares[0] > 0 else None,
            0.75 if confidence and option in _CENTRAL and shares[0] > 0 else None,
        )
        for option, shares in (ranks or _RANKS).items()
    )
    return Robustness(
        *(None, "any", options, pairwise(options), 1.21, "linear"),
        *(False, 100_000, 6250, 125, 1, 0.00312),
        pairwise_half_width=0.0124,
        confidence_draws=2000 if confidence else 0,
    )


def scene_of(
    case: Case, found: Robustness, *, weights: bool = True, title: str = "", profiles: int = 0
) -> Scene:
    """What the views are given."""
    drawn = tuple(case.profiles)[:profiles]
    study = Study(
        found,
        doubts_of(case, weights=weights),
        drawn_profiles=drawn,
        interrupted=found.interrupted,
    )
    return Scene(case, study, title)


def changed(scene: Scene, **fields: Any) -> Scene:
    """The same with other fields of what was found."""
    return replace(scene, study=replace(scene.study, **fields))


def certain(scene: Scene) -> Scene:
    """The same as if every score and weight were one number."""
    doubts = replace(scene.doubts, weights=False, scores=0, unknown=0)
    return changed(scene, doubts=doubts)


def losing() -> LosingFutures:
    """Two boxes, one with a range of a weight and a score, one with a rival's score."""
    trust = Limit(Dimension("weight", "trust"), None, 0.25, 0.4, 0.9, 0.0)
    time = Limit(Dimension("score", "rescue-time", "second-bridge"), 12.0, None, 0.5, 0.8, 0.0)
    cost = Limit(Dimension("score", "cost", "rebuild"), 3e6, 4.5e6, 0.4, 0.4, 0.0)
    boxes = (
        LosingBox((time, trust), 0.62, 0.814, 0.3, 0.35, 0.6, 0.0),
        LosingBox((cost,), 0.15, 0.4, 0.1, 0.2, 0.3, 0.0),
    )
    return LosingFutures("second-bridge", 0.35, boxes, 0.77, 6000, 3000, 3000, 20)


def with_voices(
    scene: Scene, experts: Sequence[str] = ("engineer", "mayor", "fire-chief")
) -> Scene:
    """The same with experts and profiles that differ in what they put first."""
    own = [_ranking(scene.case, key, OPTIONS[i % 2]) for i, key in enumerate(experts)]
    titles = {key: option.title for key, option in scene.case.options.items()}
    heard = tuple(
        Voice(ranking.profile, 9, 4 + i, ranking, i % 2 == 1) for i, ranking in enumerate(own)
    )
    profiles = [_ranking(scene.case, key, "rebuild") for key in scene.case.profiles]
    return changed(
        scene,
        experts=ExpertCamps(heard, (), camps(own, titles)),
        profiles=camps(profiles, titles),
    )


def _ranking(case: Case, key: str, first: str) -> Ranking:
    """A ranking in the order of the case but for who is first."""
    order = [first, *(option for option in case.options if option != first)]
    nothing = Valued({}, {}, {}, {}, (), ())
    ranked = tuple(
        Ranked(option, place, Total(0, 0, 0, {}), False, 0, nothing)
        for place, option in enumerate(order, 1)
    )
    return Ranking(key, key, "", "", Weights((), {}, {}), ranked, "keep-open", (), len(ranked))


def with_notes(found: Robustness) -> Robustness:
    """A result that was stopped, with draws beyond the scale and something left out."""
    cuts = (
        Cut("rebuild", "cost", "mayor", 0.004),
        Cut("close-now", "trade", "engineer", 0.0213),
    )
    return replace(
        found,
        cuts=cuts,
        interrupted=True,
        pairwise=None,
        left_out=("With 300 options it is not counted which of each pair is better.",),
    )


def screen(scene: Scene, width: int, encoding: str = "utf-8") -> str:
    """What a terminal of this width shows, without colour."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, errors="replace", newline="\n")
    console = Console(
        file=stream, width=width, markup=False, emoji=False, highlight=False, color_system=None
    )
    console.print(robustness_terminal(console, scene), crop=False)
    stream.flush()
    text = raw.getvalue().decode(encoding)
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())
