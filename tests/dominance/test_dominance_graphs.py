"""The graph in DOT and Mermaid, whatever the titles hold."""

import re
from pathlib import Path

import pytest
from dominance_cases import texts_of, write
from dominance_program import dominance

OPTIONS = {"best": [90, 90], "worse": [50, 80], "worst": [10, 10], "other": [80, 95]}
PROFILES = {"p": {"points": {"a": 1, "b": 1}}}
HOSTILE = {
    "quotes": 'a "quoted" title',
    "backslashes": "a\\nb \\l \\N \\",
    "a backslash at the end": "end\\",
    "HTML": "<b>bold</b> <script>alert(1)</script> &lt; &quot;",
    "brackets": "]; evil -> node; [ ( { } )",
    "a comment": "// /* */ %% # comment",
    "a directive": '%%{init: {"theme": "dark"}}%%',
    "a click": 'x"]; click n0 "javascript:alert(1)',
    "Markdown": "`**bold** _it_` 1. one - two",
    "entities": "#quot; #35; &#35;",
    "a keyword": "end",
    "invisible": "a\u200bb\u00adc",
    "other scripts": "橋 é مرحبا",
}


def graph(tmp_path: Path, form: str, title: str) -> str:
    """The graph of a case whose best option has a title."""
    titles = {"best": title, "worse": f"{title} again"}
    case = write(tmp_path, texts_of("ab", OPTIONS, PROFILES, titles))
    outcome = dominance("-f", form, cwd=case)
    assert (outcome.code, outcome.err) == (0, "")
    return outcome.out


def test_dot(tmp_path: Path) -> None:
    assert graph(tmp_path, "dot", "Best").splitlines() == [
        "digraph dominance {",
        "  rankdir=TB;",
        "  node [shape=box];",
        '  label="Made";',
        '  n0 [label="Best"];',
        '  n1 [label="other"];',
        '  n2 [label="Best again", style=dashed];',
        '  n3 [label="worst", style=dashed];',
        "  n0 -> n2;",
        "  n1 -> n2;",
        "  n2 -> n3;",
        "}",
    ]


def test_mermaid(tmp_path: Path) -> None:
    assert graph(tmp_path, "mermaid", "Best").splitlines() == [
        "flowchart TD",
        '  n0["Best"]',
        '  n1["other"]',
        '  n2["Best again"]:::never',
        '  n3["worst"]:::never',
        "  n0 --> n2",
        "  n1 --> n2",
        "  n2 --> n3",
        "  classDef never stroke-dasharray: 4 3",
    ]


DOT_LINE = re.compile(
    r'  (rankdir=TB|node \[shape=box\]|label="Made"|n\d -> n\d|'
    r'n\d \[label="(?P<text>(?:[^"\\]|\\["\\])*)"(, style=dashed)?\]);'
)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_title_leaves_its_quotes_in_dot(tmp_path: Path, name: str) -> None:
    lines = graph(tmp_path, "dot", HOSTILE[name]).splitlines()
    assert (lines[0], lines[-1]) == ("digraph dominance {", "}")
    matches = [DOT_LINE.fullmatch(line) for line in lines[1:-1]]
    assert all(matches)
    texts = [match["text"] for match in matches if match and match["text"] is not None]
    assert len(texts) == len(OPTIONS)
    # read back as Graphviz does: escapes first, then the names of characters
    read = [re.sub(r"\\(.)", r"\1", text) for text in texts]
    assert not any(re.search(r"&(?!amp;)", text) for text in read)
    if name != "invisible":
        assert HOSTILE[name] in {text.replace("&amp;", "&") for text in read}
    assert not re.search("[\u200b\u00ad]", "".join(read))


MERMAID_LINE = re.compile(
    r'  (n\d --> n\d|classDef never stroke-dasharray: 4 3|n\d\["(?P<text>[^"]*)"\](:::never)?)'
)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_title_leaves_its_quotes_in_mermaid(tmp_path: Path, name: str) -> None:
    lines = graph(tmp_path, "mermaid", HOSTILE[name]).splitlines()
    assert lines[0] == "flowchart TD"
    matches = [MERMAID_LINE.fullmatch(line) for line in lines[1:]]
    assert all(matches)
    texts = [match["text"] for match in matches if match and match["text"] is not None]
    assert len(texts) == len(OPTIONS)
    for text in texts:
        # nothing but letters, digits, spaces and numbers of characters
        assert not re.search(r"[^\w\s,']", re.sub(r"#\d+;", "", text))
    read = {re.sub(r"#(\d+);", lambda m: chr(int(m[1])), text) for text in texts}
    if name != "invisible":
        assert HOSTILE[name] in read


@pytest.mark.parametrize("form", ["table", "markdown", "csv", "json"])
@pytest.mark.parametrize("name", HOSTILE)
def test_other_formats_show_the_title_and_nothing_unseen(
    tmp_path: Path, form: str, name: str
) -> None:
    text = graph(tmp_path, form, HOSTILE[name])
    assert "\u200b" not in text
    if form in {"table", "csv"} and name not in {"invisible", "quotes"}:
        assert HOSTILE[name] in text.replace('""', '"').replace("\n", " ")
    if form == "markdown":
        assert "<script" not in text
