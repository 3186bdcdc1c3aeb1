"""How often each option takes each rank, as Markdown."""

from math import fsum

from policyscore.analysis.robustness.results import OptionShares
from policyscore.views.markdown import escape, table
from policyscore.views.robustness import text
from policyscore.views.robustness.central import HEADING, central_line, central_note, winners
from policyscore.views.robustness.scene import Scene, first_share
from policyscore.views.robustness.words import mean_rank, percent

_TOP = 3


def robustness_markdown(scene: Scene) -> str:
    """The sentence to remember, what it rests on, the table, and what a reader must know."""
    lines = [f"## {escape(scene.case.title)}", ""]
    if scene.case.header.question:
        lines += [escape(scene.case.header.question), ""]
    lines += [f"**{escape(text.headline(scene))}**", ""]
    lines += [escape(f"{text.uncertain(scene)} {text.method(scene)}"), ""]
    excluded = any(shares.excluded > 0 for shares in scene.ordered)
    above = scene.found.pairwise is not None and scene.leader is not None
    header = ["Option", "First", f"First {_TOP}", "Expected rank"]
    header += ["Excluded"] if excluded else []
    header += ["Above the leader"] if above else []
    header += ["Confidence"]
    rows = [_row(scene, shares, excluded=excluded, above=above) for shares in scene.ordered]
    lines += table(header, "l" + "r" * (len(header) - 1), rows)
    notes = [text.openness(scene), text.rivals(scene)]
    lines += ["", escape(" ".join(filter(None, notes)))] if any(notes) else []
    lines += _central(scene)
    cautions = text.cautions(scene)
    if cautions:
        lines += ["", "Before you rely on this:", ""]
        lines += [f"- {escape(line)}" for line in cautions]
    return "\n".join(lines) + "\n"


def _row(scene: Scene, shares: OptionShares, *, excluded: bool, above: bool) -> list[str]:
    title = escape(scene.option(shares))
    leads = scene.leader is not None and scene.leader.option == shares.option
    over, confidence = scene.above_leader(shares), shares.confidence
    cells = [
        f"**{title}**" if leads else title,
        percent(first_share(shares)),
        percent(fsum(shares.acceptability[:_TOP])),
        mean_rank(shares.expected_rank),
    ]
    cells += [percent(shares.excluded)] if excluded else []
    cells += ["" if over is None else percent(over)] if above else []
    return [escape(cell) if i else cell for i, cell in enumerate(cells)] + [
        "-" if confidence is None else escape(percent(confidence))
    ]


def _central(scene: Scene) -> list[str]:
    shown = winners(scene)
    if not shown or not scene.doubts.weights:
        return []
    lines = ["", f"{HEADING}:", ""]
    lines += [
        f"- **{escape(scene.option(shares))}**: {escape(central_line(scene, shares))}"
        for shares in shown
    ]
    return [*lines, "", escape(central_note(scene))]
