"""Markup, emoji codes, invisible characters and control sequences in texts stay what they are."""

import json
import re
from typing import Any

import pytest
from hostile_cases import FIRST, HEADER, HEADER_FILE, PROFILE, A, B, P, Q, case
from hostile_runs import FINDINGS_FORMATS, FORMATS, UNSAFE, assert_unharmed, attack

NASTY = {
    "rich markup": "[red]x[/red] [bold]y[/] [/]",
    "a rich link": "[link=https://example.org]x[/link]",
    "unclosed markup": "[bold",
    "an emoji code": ":smile: :warning:",
    "zero-width characters": "a\u200bb\u200cc\u200dd\u2060e",
    "tag characters": "a\U000e0041\U000e007fb",
    "a soft hyphen": "a\u00adb",
    "variation selectors": "a\ufe00\U000e0100b",
    "combining marks": "Z" + "\u0335\u0321\u0489" * 60,
    "wide characters": "漢字" * 60,
    "emoji": "👩\u200d👩\u200d👧\u200d👦 🇺🇸 ❤️",
    "HTML": "<script>alert(1)</script> &amp; <!-- -->",
    "Markdown": "**b** `c` | d [e](f) ![g](h) # i",
    "a mention": "@someone #12 https://example.org www.example.org",
    "a formula": "=HYPERLINK('http://example.org')",
    "a command of a CI service": "::error::x ::set-output name=a::b %0A##[error]",
    "format fields": "{0} {x!r} %s %(a)s $HOME `id`",
    "backslashes": "\\x1b[31m \\u202e \\n",
    "quotes": "it's \"so\" ''",
    "right-to-left letters": "שלום مرحبا",
    "a fill character": "a\u3164b\u115fc",
    "one letter": "x",
}
# Refused in files, raw or escaped; the findings about them show them.
REFUSED = {
    "a colour": "\x1b[31mred\x1b[0m",
    "a title of the window": "\x1b]0;owned\x07",
    "a link of the terminal": "\x1b]8;;https://example.org\x1b\\x\x1b]8;;\x1b\\",
    "a C1 sequence": "\x9b31mred",
    "an override": "\u202etxet\u202c",
    "isolates": "\u2066x\u2069",
    "a line separator": "x\u2028y",
    "a backspace": "safe\x08\x08\x08\x08evil",
}


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def everywhere(text: str) -> dict[str, str]:
    """The case with a text in every place that takes one."""
    nasty = quoted(text)
    judged = f"{{likely: 40, by: ann, source: memo, at: {nasty}, because: {nasty}}}"
    stance = f"{{expert: ann, stance: opposes, source: memo, at: {nasty}, because: {nasty}}}"
    header = re.sub(
        r"title: (A case|Risk|Gain|Ann|Memo)",
        f"title: {nasty.replace(chr(92), chr(92) * 2)}",
        HEADER,
    )
    return {
        HEADER_FILE: header.replace("What now?", nasty)
        .replace("{title: ", "{unit: " + nasty + ", title: ", 1)
        .replace("published: 2026-05", f"published: {nasty}, by: {nasty}, url: {nasty}")
        .replace("0: none", f"0: {nasty}"),
        A: f"title: {nasty}\nsummary: {nasty}\nstances: [{stance}]\n"
        f"scores: {{risk: {judged}, gain: unknown}}\n",
        B: FIRST.replace("Option A", nasty),
        P: PROFILE.replace("Profile", nasty) + f"by: {nasty}\nbecause: {nasty}\n",
        Q: PROFILE.replace("Profile", nasty),
    }


def misused(text: str) -> dict[str, str]:
    """The case with a text in places that take something else."""
    nasty = quoted(text)
    return {
        HEADER_FILE: HEADER.replace("better: lower", f"better: {nasty}") + f"{nasty}: 1\n",
        A: f"title: A\nrequires: [{nasty}]\nscores: {{risk: {nasty}, {nasty}: {nasty}}}\n",
        B: FIRST + f"{nasty}: {nasty}\n",
        P: f"title: P\npoints: {{{nasty}: {nasty}}}\n{nasty}: 1\n",
    }


SHOWN = [
    *(["rank", "-f", form] for form in FORMATS),
    *(["rank", "--all", "-f", form] for form in FORMATS),
    *(["show", "a", "-f", form] for form in FORMATS),
    *(["why", "a", "b", "-f", form] for form in FORMATS),
]
CHECKED = [["validate", "-f", form] for form in FINDINGS_FORMATS]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Any:
    cases = {name: case(everywhere(text)) for name, text in NASTY.items()}
    return attack(tmp_path_factory.mktemp("shown"), cases, [*SHOWN, *CHECKED])


@pytest.fixture(scope="module")
def coloured(tmp_path_factory: pytest.TempPathFactory) -> Any:
    cases = {name: case(everywhere(text)) for name, text in NASTY.items()}
    commands = [["rank"], ["show", "a"], ["why", "a", "b"], ["rank", "--all"]]
    colours = {"FORCE_COLOR": "1", "TERM": "xterm-256color"}
    return attack(tmp_path_factory.mktemp("coloured"), cases, commands, colours)


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Any:
    cases = {name: case(misused(text)) for name, text in {**NASTY, **REFUSED}.items()}
    cases |= {
        f"{name}, unquoted": case({A: f"title: {t}\n{t}: 1\n"}) for name, t in REFUSED.items()
    }
    return attack(tmp_path_factory.mktemp("wrong"), cases, [*CHECKED, ["rank"]])


@pytest.mark.parametrize("name", NASTY)
def test_a_text_is_shown_in_every_format_and_does_nothing(shown: Any, name: str) -> None:
    assert_unharmed(shown[name], [0])


@pytest.mark.parametrize("name", NASTY)
def test_with_colours_the_only_sequences_are_the_programs_own(coloured: Any, name: str) -> None:
    plain, own = coloured["one letter"], re.compile(r"\x1b\[[0-9;]*m")
    for run, other in zip(coloured[name], plain, strict=True):
        assert run.code == 0
        assert "\x1b[" in run.out
        assert set(own.findall(run.out)) <= set(own.findall(other.out))
        assert not UNSAFE.search(own.sub("", run.out + run.err))


@pytest.mark.parametrize("name", ["rich markup", "a rich link", "an emoji code", "format fields"])
def test_markup_is_shown_as_it_stands(shown: Any, name: str) -> None:
    for run in shown[name]:
        if run.arguments[0] == "show" and run.arguments[-1] in {"table", "csv"}:
            assert NASTY[name] in " ".join(run.out.split()).replace('""', '"')


@pytest.mark.parametrize("name", NASTY)
def test_json_gives_the_text_back_exactly(shown: Any, name: str) -> None:
    for run in shown[name][: len(SHOWN)]:
        if run.arguments[-1] == "json" and run.arguments[0] == "rank":
            assert json.loads(run.out)["case"] == NASTY[name]


@pytest.mark.parametrize("name", [*NASTY, *REFUSED, *(f"{n}, unquoted" for n in REFUSED)])
def test_in_the_wrong_place_it_is_a_finding_that_shows_it_safely(wrong: Any, name: str) -> None:
    assert_unharmed(wrong[name], [1])
