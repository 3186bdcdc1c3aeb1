"""How often each option takes each rank, for a terminal."""

from typing import NamedTuple

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from policyscore.analysis.robustness.results import OptionShares
from policyscore.views.glyphs import Glyphs, glyphs_for
from policyscore.views.robustness import text
from policyscore.views.robustness.cautions import cautions
from policyscore.views.robustness.central import HEADING, central_line, central_note, winners
from policyscore.views.robustness.losing import LOSING, losing_lines, losing_note, losing_start
from policyscore.views.robustness.method import method
from policyscore.views.robustness.scene import Scene
from policyscore.views.robustness.strip import Strip, axis, draw, key, strip_for
from policyscore.views.robustness.voices import voices
from policyscore.views.robustness.words import mean_rank, thousands
from policyscore.views.terminal import indented, item, join, safe, width_of

_FIRST, _EXPECTED, _OUT, _ABOVE, _CONFIDENCE = 8, 10, 10, 14, 12
_NARROWEST_STRIP, _WIDEST_STRIP = 12, 60
_READABLE_TITLE, _WIDEST_TITLE = 24, 56
_WIDE = 110


class _Layout(NamedTuple):
    """Widths of the title and of what else there is room for; 0 for what is left out."""

    title: int
    strip: Strip | None
    expected: int
    out: int
    above: int
    confidence: int


def robustness_terminal(console: Console, scene: Scene) -> RenderableType:
    """Lay out what was found.

    Args:
        console: The terminal it is for; only its width and encoding are read.
        scene: The case and what was found.
    """
    glyphs = glyphs_for(console.encoding)
    parts: list[RenderableType] = [safe(scene.case.title, "bold")]
    if scene.case.header.question:
        parts.append(safe(scene.case.header.question))
    parts += [Text(""), safe(text.headline(scene), "bold")]
    parts += [safe(text.uncertain(scene)), safe(method(scene)), Text("")]
    titles = [safe(scene.option(shares)) for shares in scene.shown]
    layout = _layout(scene, width_of(console), max([len("Option"), *(t.cell_len for t in titles)]))
    parts += [_table(scene, layout, glyphs), Text("")]
    parts.append(_key(scene, layout, glyphs))
    parts += [safe(line) for line in text.remarks(scene)]
    parts += _central(scene, glyphs)
    parts += _losing(scene, glyphs)
    parts += _voices(scene, glyphs)
    known = cautions(scene)
    if known:
        parts += [Text(""), Text("Before you rely on this", "bold")]
        parts += [item(safe(line), glyphs) for line in known]
    return Group(*parts)


def _layout(scene: Scene, width: int, longest: int) -> _Layout:
    """Choose the columns: titles and figures first, then the strip, then the rest."""
    ranks = len(scene.ordered)
    out = _OUT if any(shares.excluded > 0 for shares in scene.ordered) else 0
    readable = min(longest, _READABLE_TITLE)
    room = width - _FIRST
    expected = _EXPECTED if room - _EXPECTED >= min(longest, 12) else 0
    out = out if room - expected - out >= min(longest, 12) else 0
    room -= expected + out
    above = confidence = 0
    if width >= _WIDE:
        above = _ABOVE if scene.leader is not None and scene.has_pairs else 0
        confidence = _CONFIDENCE if scene.has_confidence else 0
        room -= above + confidence
    if not ranks or room - _NARROWEST_STRIP - 2 < readable:
        return _Layout(max(min(longest, room), 1), None, expected, out, above, confidence)
    title = min(longest, room - min(max(ranks, _NARROWEST_STRIP), room // 2) - 2, _WIDEST_TITLE)
    strip = strip_for(ranks, min(room - max(title, readable) - 2, _WIDEST_STRIP))
    title = min(longest, room - strip.width - 2, _WIDEST_TITLE)  # with what the strip leaves over
    return _Layout(title, strip, expected, out, above, confidence)


def _table(scene: Scene, layout: _Layout, glyphs: Glyphs) -> Table:
    """The options, with how often each is first, its ranks as a strip, and further figures."""
    table = Table(box=None, padding=0, pad_edge=False, header_style="dim", show_edge=False)
    table.add_column("Option", width=layout.title, overflow="fold")
    table.add_column("First", justify="right", no_wrap=True, width=_FIRST)
    if layout.strip is not None:
        width = max(layout.strip.width, 1) + 2
        table.add_column(f"  {axis(layout.strip)}", no_wrap=True, width=width)
    named = (
        ("Expected", layout.expected),
        ("Excluded", layout.out),
        ("Above leader", layout.above),
        ("Confidence", layout.confidence),
    )
    for name, width in named:
        if width:
            table.add_column(name, justify="right", no_wrap=True, width=width)
    for shares in scene.shown:
        table.add_row(*_row(scene, shares, layout, glyphs), style=_style(scene, shares))
    return table


def _row(scene: Scene, shares: OptionShares, layout: _Layout, glyphs: Glyphs) -> list[Text | str]:
    strip = layout.strip
    cells: list[Text | str] = [safe(scene.option(shares)), Text(scene.first(shares))]
    if strip is not None:
        cells.append(join("  ", Text(draw(shares.acceptability, strip, glyphs), "blue")))
    above, confidence = scene.study.above_leader(shares), shares.confidence
    figures = (
        (layout.expected, mean_rank(shares.expected_rank)),
        (layout.out, scene.ranked(shares.excluded)),
        (layout.above, "" if above is None else scene.above(above)),
        (layout.confidence, "-" if confidence is None else scene.confident(confidence)),
    )
    return cells + [Text(figure) for width, figure in figures if width]


def _style(scene: Scene, shares: OptionShares) -> str | None:
    if scene.leader is not None and shares.option == scene.leader.option:
        return "bold"
    return "italic" if shares.option == scene.case.baseline else None


def _key(scene: Scene, layout: _Layout, glyphs: Glyphs) -> Text:
    """What the columns mean."""
    said = ["First: share of all futures considered in which it is first."]
    if layout.strip is not None:
        said.append(key(layout.strip, glyphs))
    said += ["Expected: its mean rank."] if layout.expected else []
    said += ["Excluded: for missing a requirement."] if layout.out else []
    if layout.above and scene.leader is not None:
        said.append(f"Above leader: how often it stands above {scene.option(scene.leader)}.")
    if layout.confidence:
        said.append(_confidence(scene))
    excluded = [shares.excluded for shares in scene.shown] if layout.out else []
    said.append(text.never_drawn(scene, ranked=excluded, above=layout.above > 0))
    return safe(" ".join(filter(None, said)), "dim")


def _confidence(scene: Scene) -> str:
    draws = scene.found.confidence_draws
    rests = f", in {thousands(draws)} draws of scores" if scene.study.confidence_half_width else ""
    return f"Confidence: how often it is first at its central weights{rests}."


def _losing(scene: Scene, glyphs: Glyphs) -> list[RenderableType]:
    """In which futures the leader is not first."""
    lines, start, said = losing_lines(scene), losing_start(scene), losing_note(scene)
    if not lines:
        return []
    parts: list[RenderableType] = [Text(""), Text(LOSING, "bold")]
    parts += [indented(safe(start))] if start else []
    parts += [item(safe(line), glyphs) for line in lines]
    return [*parts, indented(safe(said, "dim"))] if said else parts


def _voices(scene: Scene, glyphs: Glyphs) -> list[RenderableType]:
    """How experts and profiles differ in who is first."""
    parts: list[RenderableType] = []
    for said in voices(scene):
        parts += [Text(""), safe(said.heading, "bold")]
        parts += [
            item(join(safe(first, "bold"), ": ", safe(who)), glyphs) for first, who in said.camps
        ]
        if said.note:
            parts.append(indented(safe(said.note, "dim" if said.camps else "")))
    return parts


def _central(scene: Scene, glyphs: Glyphs) -> list[RenderableType]:
    """Under which weights each option that wins often does so."""
    shown = winners(scene)
    if not shown or not scene.doubts.weights:
        return []
    parts: list[RenderableType] = [Text(""), Text(HEADING, "bold")]
    for shares in shown:
        name = safe(scene.option(shares), "bold")
        parts.append(item(join(name, ": ", safe(central_line(scene, shares))), glyphs))
    parts.append(indented(safe(central_note(scene), "dim")))
    return parts
