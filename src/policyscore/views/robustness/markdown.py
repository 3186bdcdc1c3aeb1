"""How often each option takes each rank, as Markdown."""

from math import fsum

from policyscore.analysis.robustness.results import OptionShares
from policyscore.views.markdown import escape, table
from policyscore.views.robustness import text
from policyscore.views.robustness.cautions import cautions
from policyscore.views.robustness.central import HEADING, central_line, central_note, winners
from policyscore.views.robustness.losing import LOSING, losing_lines, losing_note, losing_start
from policyscore.views.robustness.method import method
from policyscore.views.robustness.scene import Scene
from policyscore.views.robustness.voices import voices
from policyscore.views.robustness.words import mean_rank

_TOP = 3


def robustness_markdown(scene: Scene) -> str:
    """The sentence to remember, what it rests on, the table, and what a reader must know."""
    lines = [f"## {escape(scene.case.title)}", ""]
    if scene.case.header.question:
        lines += [escape(scene.case.header.question), ""]
    lines += [f"**{escape(text.headline(scene))}**", ""]
    lines += [escape(f"{text.uncertain(scene)} {method(scene)}"), ""]
    excluded = any(shares.excluded > 0 for shares in scene.ordered)
    above = scene.has_pairs and scene.leader is not None
    header = ["Option", "First", f"First {_TOP}", "Expected rank"]
    header += ["Excluded"] if excluded else []
    header += ["Above the leader"] if above else []
    header += ["Confidence"] if scene.has_confidence else []
    rows = [_row(scene, shares, excluded=excluded, above=above) for shares in scene.shown]
    lines += table(header, "l" + "r" * (len(header) - 1), rows)
    ranked = [_top(shares) for shares in scene.shown]
    ranked += [shares.excluded for shares in scene.shown] if excluded else []
    notes = [text.never_drawn(scene, ranked=ranked, above=above), *text.remarks(scene)]
    notes = list(filter(None, notes))
    lines += ["", escape(" ".join(notes))] if notes else []
    lines += _central(scene)
    lines += _losing(scene)
    lines += _voices(scene)
    known = cautions(scene)
    if known:
        lines += ["", "Before you rely on this:", ""]
        lines += [f"- {escape(line)}" for line in known]
    return "\n".join(lines) + "\n"


def _row(scene: Scene, shares: OptionShares, *, excluded: bool, above: bool) -> list[str]:
    title = escape(scene.option(shares))
    leads = scene.leader is not None and scene.leader.option == shares.option
    over, confidence = scene.study.above_leader(shares), shares.confidence
    cells = [
        f"**{title}**" if leads else title,
        scene.first(shares),
        scene.ranked(_top(shares)),
        mean_rank(shares.expected_rank),
    ]
    cells += [scene.ranked(shares.excluded)] if excluded else []
    cells += ["" if over is None else scene.above(over)] if above else []
    told = [escape(cell) if i else cell for i, cell in enumerate(cells)]
    if scene.has_confidence:
        told.append("-" if confidence is None else escape(scene.confident(confidence)))
    return told


def _top(shares: OptionShares) -> float:
    return fsum(shares.acceptability[:_TOP])


def _losing(scene: Scene) -> list[str]:
    told, start, said = losing_lines(scene), losing_start(scene), losing_note(scene)
    if not told:
        return []
    lines = ["", f"{LOSING}:", ""]
    lines += [escape(start), ""] if start else []
    lines += [f"- {escape(line)}" for line in told]
    return [*lines, "", escape(said)] if said else lines


def _voices(scene: Scene) -> list[str]:
    lines = []
    for said in voices(scene):
        lines += ["", f"{escape(said.heading)}:", ""]
        lines += [f"- **{escape(first)}**: {escape(who)}" for first, who in said.camps]
        lines += [""] if said.camps and said.note else []
        lines += [escape(said.note)] if said.note else []
    return lines


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
