"""Names of files that would move a cursor, break a line or pass for markup are shown spelt out."""

from typing import Any

import pytest
from hostile_cases import FIRST, case
from hostile_runs import FINDINGS_FORMATS, assert_unharmed, attack

NAMES = [
    *(b"\x1b[31mred.yaml", b"\x1b]0;owned\x07.yaml", b"\x1b]8;;http:\x1b\\x.yaml", b"a\nb.yaml"),
    *(b"a\rb.yaml", b"a\x08b.yaml", b"\xff\xfe.yaml", b"\xc2\x9b31m.yaml", b"\xed\xa0\x80.yaml"),
    *("\u202elmay.yaml".encode(), "a\u200bb.yaml".encode(), "a\u2028b.yaml".encode()),
    *(b"[red]x[-red].yaml", b"[link=http:].yaml", b":smile:.yaml", b"::error::x.yaml", b"%0A.yaml"),
    *(
        b"--help.yaml",
        b"-C.yaml",
        b"a b.yaml",
        b"a'b\".yaml",
        b"$(id).yaml",
        b"`id`.yaml",
        b"*.yaml",
    ),
    *(b"<x>.yaml", b"&amp;.yaml", b"a|b.yaml", "漢.yaml".encode(), "😀.yaml".encode(), b"A.yml"),
    *(b"\\x1b.yaml", b"a" * 240 + b".yaml", b"{0}.yaml", b"%s.yaml"),
]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Any:
    cases = {
        repr(name): case({b"options/" + name: FIRST, b"weights/" + name: "no: [\n"})
        for name in NAMES
    }
    commands = [*(["validate", "-f", form] for form in FINDINGS_FORMATS), ["rank"]]
    return attack(tmp_path_factory.mktemp("names"), cases, commands)


@pytest.mark.parametrize("name", NAMES, ids=repr)
def test_a_nasty_name_is_a_finding_in_every_format(runs: Any, name: bytes) -> None:
    assert_unharmed(runs[repr(name)], [1])
    text = runs[repr(name)][0].out
    assert text.count("error[file-name]") == 2
    assert all(line.count("error[") <= 1 for line in text.splitlines())
