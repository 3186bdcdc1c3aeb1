"""GitHub's commands: one a finding, and no text from a file can make another."""

from hypothesis import given
from hypothesis import strategies as st
from report_sample import FINDINGS, NASTY, sample

from policyscore.views.reports import github


def decode(line: str) -> tuple[str, dict[str, str], str]:
    """Decode a command as actions/runner does."""
    assert line.startswith("::")
    head, _, data = line[2:].partition("::")
    name, _, listed = head.partition(" ")
    properties = {}
    for pair in listed.split(","):
        key, _, value = pair.partition("=")
        for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ",")):
            value = value.replace(code, character)
        properties[key] = value.replace("%25", "%")
    for code, character in (("%0D", "\r"), ("%0A", "\n")):
        data = data.replace(code, character)
    return name, properties, data.replace("%25", "%")


def test_every_finding_is_one_line_and_one_command() -> None:
    lines = github.render(sample("case/")).splitlines()
    assert len(lines) == len(FINDINGS)
    names = [decode(line)[0] for line in lines]
    assert names == ["error", "error", "warning", "warning", "notice"]


def test_the_place_and_the_title_are_properties() -> None:
    name, properties, data = decode(github.render(sample("case/")).splitlines()[0])
    assert (name, data) == ("error", "The key `x` is already set on line 3. Keep one of the two.")
    assert properties == {
        "file": "case/options/a.yaml",
        "line": "4",
        "endLine": "4",
        "col": "12",
        "endColumn": "17",
        "title": "PS101 duplicate-key",
    }


def test_columns_are_left_out_of_findings_over_several_lines() -> None:
    _, properties, _ = decode(github.render(sample()).splitlines()[2])
    assert "col" not in properties
    assert properties["endLine"] == "5"


def test_nothing_nasty_survives() -> None:
    text = github.render(sample())
    assert not set(text) & set("\x1b\r\u202e\u200b")
    for line in text.splitlines():
        assert line.startswith(("::error ", "::warning ", "::notice "))


@given(st.text())
def test_any_text_stays_within_its_property_and_message(text: str) -> None:
    for escaped in (github.escape_property(text), github.escape_property(NASTY + text)):
        assert not set(escaped) & set(":,\r\n")
        assert escaped.isprintable() or escaped == "" or not set(escaped) & set("\x1b\x00")
    assert "\n" not in github.escape_data(text)
    assert "\r" not in github.escape_data(text)
