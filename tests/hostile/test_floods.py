"""A mebibyte of the same thing, as a whole file or as part of one, is a finding or fine."""

from typing import Any

import pytest
from hostile_cases import FIRST, A, case, full
from hostile_runs import assert_unharmed, attack

PIECES = [
    *("a", "?", "? ", "-", "- ", "- - \n", "{", "[", "}", "]", "{[", "[{", "{a: ", ",", ", ", ":"),
    *(
        ": ",
        "a: ",
        '"',
        "'",
        '"a ',
        "&",
        "&a ",
        "*",
        "*a ",
        "!",
        "!! ",
        "|",
        ">",
        "%",
        "%TAG ",
        "#",
    ),
    *("\n", "\n ", " ", "\t", "\r\n", "@", "`", "\\", "~", "~\n", "<<: ", "--- ", "---\n", "...\n"),
    *("漢", "😀", "e\u0301", "\u200b", "\u00a0", "0", "9,", "a\n", "a: \n", "true: ", "é: 1\n"),
]
STARTS = {
    "a whole file": ("", ""),
    "a title": ("title: ", "\n"),
    "a text in quotes": ('title: A\nsummary: "', '"\n'),
    "a block": (FIRST + "summary: |\n  ", "\n"),
    "a list": ("title: A\nrequires: [", "]\n"),
}


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Any:
    cases = {
        f"{what} of {piece!r}": case({A: full(piece, *STARTS[what])})
        for number, piece in enumerate(PIECES)
        for what in {
            list(STARTS)[number % len(STARTS)],
            "a whole file" if number < 26 else "a list",
        }
    }
    return attack(tmp_path_factory.mktemp("floods"), cases, [["validate", "-f", "json"]])


def test_every_flood_is_weathered(runs: Any) -> None:
    assert len(runs) >= len(PIECES)
    for found in runs.values():
        assert_unharmed(found, [0, 1])
