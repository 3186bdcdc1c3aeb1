"""A mebibyte of the same thing, as a whole file or as part of one, is a finding or fine."""

from typing import Any

import pytest
from hostile_cases import FIRST, A, case, full
from hostile_runs import assert_unharmed, attack

WHOLE_FILES = [
    *("a", "? ", "- ", "{", "[", '"', "'", "&a ", "*a ", "a: ", "[{", "\n", "漢", "0", "~\n", "#"),
    *("{},", "? \n", "- {a: b}\n"),
]
PARTS = [
    *("a", "?", "-", "- - \n", "}", "]", "{[", "{a: ", ",", ", ", ":", ": ", '"a ', "&", "*", "!"),
    *("!! ", "|", ">", "%", "%TAG ", "\n ", " ", "\t", "\r\n", "@", "`", "\\", "~", "<<: ", "--- "),
    *("---\n", "...\n", "😀", "e\u0301", "\u200b", "\u00a0", "9,", "{},", "a\n", "a: \n", "true: "),
]
STARTS = {
    "a title": ("title: ", "\n"),
    "a list": (FIRST + "requires: [", "]\n"),
    "a text in quotes": (FIRST + 'summary: "', '"\n'),
    "stances": (FIRST + "stances: [", "]\n"),
    "a block": (FIRST + "summary: |\n  ", "\n"),
}


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Any:
    cases = {f"a file of {piece!r}": case({A: full(piece)}) for piece in WHOLE_FILES}
    for number, piece in enumerate(PARTS):
        what = list(STARTS)[number % len(STARTS)]
        cases[f"{what} of {piece!r}"] = case({A: full(piece, *STARTS[what])})
    return attack(tmp_path_factory.mktemp("floods"), cases, [["validate", "-f", "json"]])


def test_every_flood_is_weathered(runs: Any) -> None:
    assert len(runs) == len(WHOLE_FILES) + len(PARTS)
    for found in runs.values():
        assert_unharmed(found, [0, 1])
