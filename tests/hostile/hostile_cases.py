"""A small valid case, and ways to put something nasty into it."""

from collections.abc import Mapping
from typing import Any

MEBIBYTE = 1 << 20
Texts = Mapping[Any, str | bytes]  # a path may be bytes, for names that are no text

HEADER = """\
policyscore: 1
title: A case
question: What now?
baseline: a
default-profile: p
criteria:
  risk: {title: Risk, better: lower, scale: {0: none, 100: war}}
  gain:
    title: Gain
    better: higher
    scale: {0: nothing, 50: something, 100: all}
    value: {0: 0, 50: 80, 100: 100}
experts:
  ann: {title: Ann, weight: 1}
sources:
  memo: {title: Memo, published: 2026-05}
"""
OPTION = """\
title: Option {0}
scores:
  risk: {{likely: 40, low: 20, high: 60, by: ann, source: memo, at: p1, because: So.}}
  gain: unknown
"""
FIRST, SECOND = OPTION.format("A"), OPTION.format("B")
PROFILE = "title: Profile\npoints: {risk: 2, gain: 1}\n"
OTHER = "title: Other\nswing: {risk: 50, gain: 100}\n"

HEADER_FILE, A, B, P, Q = (
    "policyscore.yaml",
    "options/a.yaml",
    "options/b.yaml",
    "weights/p.yaml",
    "weights/q.yaml",
)


def case(changes: Texts | None = None) -> Texts:
    """The valid case with some files replaced or added."""
    good = {HEADER_FILE: HEADER, A: FIRST, B: SECOND, P: PROFILE, Q: OTHER}
    return {**good, **(changes or {})}


def full(piece: str, start: str = "", end: str = "") -> str:
    """A text of one piece again and again, as long as a file may be."""
    room = MEBIBYTE - len((start + end).encode())
    return start + piece * (room // len(piece.encode())) + end
