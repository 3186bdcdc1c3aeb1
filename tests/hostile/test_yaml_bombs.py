"""YAML that grows, nests or repeats without end is refused quickly and in few words."""

from typing import Any

import pytest
from hostile_cases import HEADER_FILE, MEBIBYTE, A, P, case, full
from hostile_runs import assert_unharmed, attack

LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(20)
)
TEXTS: dict[str, str] = {
    "billion laughs": LAUGHS,
    "billion laughs, merged": LAUGHS.replace("[", "{<<: [").replace("]", "]}"),
    "one anchor, many aliases": full("- *x\n", "a: &x " + "y" * 500_000 + "\nb:\n"),
    "an anchor inside itself": "a: &a [*a, *a]\n",
    "an anchor around the file": "&x\ntitle: *x\nscores: *x\n",
    "merge keys": full("- <<: *x\n", "a: &x {b: 1}\nc:\n"),
    "many anchors": full("- &a 1\n", "x:\n"),
    "many aliases": full("*a , ", "x: [", "1]\n"),
    "many tags": full("- !!python/object:os.system x\n", "x:\n"),
    "tags that name each other": full("%TAG !a! tag:a,2000:\n"),
    "deep brackets": "title: " + "[" * 30_000,
    "deep brackets that close": "title: " + "[" * 30_000 + "]" * 30_000,
    "deep braces": "title: " + "{a: " * 30_000,
    "deep dashes": "title:\n" + "- " * 30_000,
    "deep question marks": "? " * 30_000,
    "deep indentation": "".join(" " * n + "a:\n" for n in range(1400)),
    "deep brackets to the limit, again and again": full(
        "[" * 28 + "]" * 28 + ",", "title: A\nsummary: [", "]\n"
    ),
    "many documents": full("---\na: 1\n"),
    "many ends": full("...\n", "a: 1\n"),
    "200,000 duplicate keys": "a: 1\n" * 200_000,
    "200,000 duplicate keys on one line": "{" + "a: 1," * 200_000 + "}",
    "duplicate keys of a thousand letters": ("k" * 1000 + ": 1\n") * 1000,
    "a key of a mebibyte": full("k", '? "', '"\n: 1\n'),
    "one key of half a mebibyte, twice": ('? "' + "k" * 500_000 + '"\n: 1\n') * 2,
    "duplicate keys in every item": full("- {a: 1, a: 2}\n", "x:\n"),
    "100,000 keys that are nothing": full("~: 1\n"),
    "100,000 keys that are lists": full("? [a]\n: 1\n"),
    "controls": "\x1b" * MEBIBYTE,
    "controls in escapes": full('- "\\x1b"\n', "x:\n"),
    "overrides": "\u202e" * (MEBIBYTE // 3),
    "lone carriage returns": full("a: 1\r"),
    "wrong bytes": "\ud800" * 1000,
    "one byte too many": "#" * (MEBIBYTE + 1),
    "a number without end": "title: A\nscores: {risk: " + "9" * (MEBIBYTE - 40) + "}\n",
    "almost a number": "title: A\nscores: {risk: " + full("1_", "", "x")[:-40] + "}\n",
    "a version without end": "%YAML 1." + "9" * 900_000 + "\n---\ntitle: A\n",
    "an escape beyond Unicode": 'title: "\\UFFFFFFFF"\n',
    "a tag that is no UTF-8": "title: !%ED%A0%80 x\n",
    "nulls": "\0" * MEBIBYTE,
}
PLACES = (HEADER_FILE, A, P)


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Any:
    cases = {
        f"{name} in {place}": case({place: text})
        for number, (name, text) in enumerate(TEXTS.items())
        for place in (PLACES[number % 3],)
    }
    return attack(tmp_path_factory.mktemp("bombs"), cases, [["rank"]])


@pytest.mark.parametrize("name", TEXTS)
def test_a_bomb_does_not_go_off(runs: Any, name: str) -> None:
    found = next(of for key, of in runs.items() if key.startswith(f"{name} in "))
    assert_unharmed(found, [1])
    assert all(len(run.out) + len(run.err) < 200_000 for run in found)
