"""The nearest weights as the text of a weights file."""

import json
from collections.abc import Mapping

from policyscore.analysis.sensitivity.results import NearestWeights
from policyscore.case.shapes import LONGEST_LINE
from policyscore.reading.characters import shorten
from policyscore.views.sensitivity.words import Scene, points

_ROOM = 60  # for the words around a title
_WIDEST = 96


def weights_file(scene: Scene, nearest: NearestWeights, written: Mapping[str, str]) -> str:
    """A weights file by points, one criterion a line.

    Args:
        scene: The case and what was found.
        nearest: The weights.
        written: Criterion's id to its points, as they are to be written.
    """
    option = shorten(scene.case.options[nearest.option].title, LONGEST_LINE - _ROOM)
    tie = nearest.strict is None
    title = f"Nearest weights at which {option} {'ties for' if tie else 'takes'} first place"
    why = (
        f"Made by `policyscore sensitivity`. Of all weights that change who is first under "
        f"{scene.title}, these are the nearest, {points(nearest.points)} away. Nobody holds "
        "them; they show how near a different answer is."
    )
    lines = [f"title: {_quoted(title)}", "because: >-", *_folded(why), "points:"]
    lines += [f"  {criterion}: {number}" for criterion, number in written.items()]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A text between double quotes, as YAML and JSON write it alike."""
    return json.dumps(text, ensure_ascii=False)


def _folded(text: str) -> list[str]:
    """A text broken at spaces, to be read as one line."""
    lines, line = [], " "
    for word in text.split():
        if len(line) + 1 + len(word) > _WIDEST and line.strip():
            lines.append(line)
            line = " "
        line = f"{line} {word}"
    return [*lines, line]
