"""Texts from files stay texts in every form of the analysis."""

import csv
import io
import json

import pytest
from sensitivity_view_cases import Texts, decide, in_yaml, policyscore, texts, write

NASTY = {
    "rich markup": "[red]x[/red] [bold]y[/] [/]",
    "a rich link": "[link=https://example.org]x[/link]",
    "an emoji code": ":smile:",
    "zero-width characters": "a\u200bb\u2060c",
    "a soft hyphen": "a\u00adb",
    "HTML": "<script>alert(1)</script> &amp;",
    "Markdown": "**b** `c` | d [e](f) # i",
    "a mention": "@someone #12 https://example.org",
    "a formula": "=HYPERLINK('http://example.org')",
    "wide characters": "漢字" * 60,
    "format fields": "{0} {x!r} %s %(a)s",
}
UNSEEN = "\u200b\u2060\u00ad"


def files_with(nasty: str) -> Texts:
    scale = {"better": "higher", "scale": {0: nasty, 100: "all"}, "unit": nasty}
    criteria = {
        "group": {"title": nasty, "criteria": {"cost": {"title": nasty, **scale}}},
        "speed": {"title": nasty, **scale},
    }
    judged = {"likely": 40, "low": 20, "high": 60, "by": "ann", "because": nasty}
    located = {**judged, "source": "memo", "at": nasty}
    made = texts(
        {
            "d": {"cost": 0, "speed": 0},
            "a": {"cost": located, "speed": [located, {**located, "by": "bob"}]},
            "b": {"cost": 39, "speed": "unknown"},
            "c": {"cost": 60, "speed": 10},
        },
        {"cost": 2, "speed": 1},
        criteria=criteria,
        titles=dict.fromkeys("abcd", nasty),
        profile=nasty,
        more={
            "title": nasty,
            "question": nasty,
            "experts": {"ann": {"title": nasty}, "bob": {"title": nasty}},
            "sources": {"memo": {"title": nasty}},
        },
    )
    return {
        **made,
        "weights/other.yaml": in_yaml({"title": nasty, "points": {"cost": 1, "speed": 9}}),
    }


@pytest.mark.parametrize("arguments", [(), ("--all",), ("--criterion", "cost")])
@pytest.mark.parametrize("kind", NASTY)
def test_a_nasty_text_does_no_harm(
    kind: str, arguments: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory
) -> None:
    nasty = NASTY[kind]
    folder = write(tmp_path_factory.mktemp("nasty"), files_with(nasty))
    ran = {
        form: policyscore("sensitivity", *arguments, "-f", form, cwd=folder)
        for form in ("table", "json", "csv", "markdown")
    }
    assert {done.code for done in ran.values()} == {0}
    for form, done in ran.items():
        assert not any(character in done.out for character in UNSEEN), form
        assert "\x1b" not in done.out
    assert json.loads(ran["json"].out)["case"] == nasty
    for row in csv.reader(io.StringIO(ran["csv"].out)):
        assert not any(cell.startswith(("=", "+", "@")) for cell in row)
    page = ran["markdown"].out
    assert "<script>" not in page
    assert "](f)" not in page.replace("\\](f)", "")
    if kind in {"rich markup", "a rich link", "an emoji code"}:
        assert nasty.split()[0] in ran["table"].out


def test_a_pipe_in_a_title_breaks_no_table(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = write(tmp_path_factory.mktemp("pipe"), files_with("a | b"))
    page = policyscore("sensitivity", "-f", "markdown", cwd=folder).out
    tables = [line for line in page.splitlines() if line.startswith("| ")]
    assert len(tables) > 10
    for line in tables:
        assert line.replace("\\|", "").count("|") in {5, 6, 4}, line


def test_an_id_that_yaml_takes_for_something_else_is_saved_as_it_is(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    files = texts({"d": {"no": 30, "on": 60}, "b": {"no": 60, "on": 20}}, {"no": 1, "on": 2})
    assert decide(files).case.criteria.keys() == {"no", "on"}
    folder = write(tmp_path_factory.mktemp("words"), files)
    assert policyscore("sensitivity", "--save", "near.yaml", cwd=folder).code == 0
    assert policyscore("rank", "near.yaml", cwd=folder).code == 0
