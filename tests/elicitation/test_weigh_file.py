"""What is written: the lines of the statement and nothing else, whole or not at all."""

import os
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from interview_cases import FILES, answer_for, small_decision

from policyscore.case.case import Case
from policyscore.case.loading import load_profile
from policyscore.cli.channels import OutputError
from policyscore.cli.weigh_files import composed, weights_in, write_profile
from policyscore.decision import CaseError, Decision, load
from policyscore.elicitation import splicing
from policyscore.elicitation.interview import interview
from policyscore.elicitation.plans import PLANS, plans_for
from policyscore.elicitation.profile_text import changed_text, new_text
from policyscore.elicitation.splicing import NotSplicedError
from policyscore.elicitation.written import Occasion, profile_of
from policyscore.elicitation.yaml_text import mapping_lines, scalar_text
from policyscore.reading.yaml_reader import read_yaml

ROOT = Path(__file__).resolve().parents[2]
MAYOR = FILES["weights/mayor.yaml"]
HEAD = {"title", "by", "because"}
PLANS_ = list(PLANS)


@pytest.fixture
def decision(tmp_path: Path) -> Decision:
    return small_decision(tmp_path)


def data_for(decision: Decision, way: str = "swing", **said: Any) -> dict[str, Any]:
    top_down = said.pop("top_down", False)
    course = interview(plans_for(decision.case.header.criteria, way, top_down=top_down))
    while not course.complete and course.question is not None:
        course = course.answer(answer_for(course.question, len(course.steps) * 7 + 5))
    occasion = Occasion("2026-11-22", way, said.pop("title", "The mayor"), **said)
    return profile_of(course, decision.case, occasion)


def document(text: str) -> Any:
    found, wrong = read_yaml(text, "weights/mayor.yaml")
    assert found is not None, wrong
    assert wrong == []
    return found


def test_only_the_numbers_change_in_a_file_of_the_same_way(decision: Decision) -> None:
    data = data_for(decision)
    data["swing"] = {"collapse": 100, "trust": 45.5, "rescue": 10, "cost": 0}
    changed = changed_text(document(MAYOR), data, "swing")
    tail = changed[changed.index("scales:") :]
    assert changed == MAYOR.replace("trust: 100 ", "trust: 45.5 ").replace(
        "cost:  60", "cost:  0"
    ).replace("collapse: 30", "collapse: 100").replace(
        "\n# the end\n", tail.removesuffix("\n# the end\n") + "\n# the end\n"
    )
    assert changed.endswith("\n\n# the end\n")


@pytest.mark.parametrize("way", PLANS)
@pytest.mark.parametrize("top_down", [True, False])
def test_another_way_takes_the_place_of_the_old_one(
    decision: Decision, way: str, top_down: bool
) -> None:
    data = data_for(decision, way, top_down=top_down, by="Jane", because="She was asked. " * 12)
    changed = changed_text(document(MAYOR), data, way)
    again = document(changed)
    assert list(again.data)[:3] == ["title", "by", "because"]
    assert list(again.data)[3] == way
    assert again.data["by"] == "Jane"
    assert changed.startswith(MAYOR[: MAYOR.index("by:")])
    assert "# judged at the town hall\n" in changed
    assert changed.endswith("\n\n# the end\n")
    assert load_profile(again)[1] == []
    assert weights_in(decision, changed, "weights/mayor.yaml").ways[-1] in (way, "swing")


REAL = sorted((ROOT / "weights").glob("*.yaml")) + sorted(
    (ROOT / "tests" / "cases").glob("*/weights/*.yaml")
)


@pytest.mark.parametrize("path", REAL, ids=lambda p: f"{p.parts[-3]}/{p.stem}")
@pytest.mark.parametrize("way", ["swing", "order"])
def test_real_files_keep_every_other_line(path: Path, way: str) -> None:
    real = load(path.parent.parent)
    text = path.read_bytes().decode("utf-8")
    data = data_for(real, way, title=real.case.profiles[path.stem].title)
    changed = changed_text(document(text), data, way)
    again = document(changed)
    owned = {key for key in document(text).data if key not in HEAD}
    first = min(text.index(f"\n{key}:") for key in owned) + 1
    assert changed[:first] == text[:first], "all that stands above the statement"
    for key, value in document(text).data.items():
        assert key in owned or again.data[key] == value
    assert {key: again.data[key] for key in data} == data
    if changed != text:  # and once more with the same answers: nothing at all
        assert changed_text(again, data, way) == changed


NASTY = {
    "carriage returns": MAYOR.replace("\n", "\r\n"),
    "no line end at the end": MAYOR.rstrip("\n# thend"),
    "document marks": "%YAML 1.2\n---\n" + MAYOR + "...\n# after\n",
    "indented top": "".join(f"  {line}\n" if line else "\n" for line in MAYOR.splitlines()),
    "quoted keys": MAYOR.replace("swing:", '"swing":').replace("trust:", "'trust' :"),
    "flow statement": "title: T # t\nswing: {trust: 100, cost: 1, # why\n  collapse: 2, rescue: 3}"
    " # after\nby: 'x # y'\n",
    "literal at the end": "title: T\nswing:\n  {trust: 100, cost: 1, collapse: 2, rescue: 3}\n"
    "because: |+\n  line # not a comment\n\n  more\n\n\n",
    "keys after": MAYOR + "scales: {trust: x1}\n",
    "an old interview": MAYOR + 'elicited: {when: 2020-01-01, answers: {zzz: 1}} # old\n',
    "plain over lines": "title: a title\n  that goes on\nswing:\n  trust: 100\n  cost: 1\n"
    "  collapse: 2\n  rescue: 3\nby: me\n",
    "lists at the margin": "title: T\norder:\n- trust # c\n# d\n- [cost, rescue]\n- collapse\n"
    "by: me\n",
    "wide and narrow": "title: T\nswing:\n        trust: 100\n        cost: 1\n"
    "        collapse: 2\n        rescue: 3\nwithin: {}\nby: me\n",
    "explicit keys": "title: T\n? swing\n: {trust: 100, cost: 1, collapse: 2, rescue: 3}\n",
    "one line": "{title: T, swing: {trust: 100, cost: 1, collapse: 2, rescue: 3}}\n",
    "on the mark": "--- # start\ntitle: T\nswing: {trust: 100, cost: 1, collapse: 2, rescue: 3}\n",
}  # fmt: skip
UNTOUCHABLE = {"one line", "explicit keys"}


@pytest.mark.parametrize("way", ["swing", "order"])
@pytest.mark.parametrize("name", NASTY)
def test_nasty_files_are_changed_byte_for_byte_or_refused(
    decision: Decision, name: str, way: str
) -> None:
    text = NASTY[name]
    before = document(text)
    data = data_for(decision, way, title=before.data["title"])
    if name in UNTOUCHABLE:
        with pytest.raises(NotSplicedError):
            changed_text(before, data, way)
        return
    changed = changed_text(before, data, way)
    after = document(changed)
    assert {key: after.data[key] for key in data} == data
    assert list(after.data["elicited"]["answers"]) == list(data["elicited"]["answers"])
    kept = [key for key in before.data if key in HEAD]
    assert [key for key in after.data if key in HEAD] == kept
    assert all(after.data[key] == before.data[key] for key in kept)
    for comment in re.findall(r"(?:^|(?<=\s))#.*", text.replace("# y", "").replace("\r", "")):
        assert comment in changed, "comments stay"
    assert weights_in(decision, changed, "p").criteria
    if "\r\n" in text:
        assert changed.count("\r\n") == changed.count("\n")


def test_what_would_not_say_what_it_should_is_never_let_through(
    decision: Decision, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(splicing, "value_lines", lambda *_: [" 7"])
    with pytest.raises(NotSplicedError, match="would not say what it should"):
        changed_text(document(MAYOR), data_for(decision, "order"), "order")


COMMENTS = st.sampled_from(["", "", " # one", "  #two", "\t# three: 3 # 4"])
LINES = st.sampled_from(["", "\n", "# a line\n", "\n  # indented\n\n", "#\n"])
HEADS = st.permutations(
    ["title: T", "by: 'it''s # me'", "because: |\n  # text\n  more", "because2"]
).map(lambda lines: [line for line in lines if line != "because2"])
STATEMENTS = st.sampled_from(
    [
        ["swing:", "  trust: 100", "  cost: 3", "  collapse: 2.50", "  rescue: 1"],
        ["points:", "    'trust': 1", '    "cost":   3', "    collapse: 2", "    rescue: 0"],
        ["swing: {trust: 100, cost: 3,", "  collapse: 2, rescue: 1}"],
        ["order:", "- trust", "- [cost, rescue]", "- collapse"],
        ["order:", "  - collapse", "  - trust", "  - rescue", "  - cost"],
        ["swing:", "  safety: 100", "  cost: 3", "  people: 2", "within:", "  safety:",
         "    swing: {collapse: 100, rescue: 9}"],
    ]
)  # fmt: skip


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return small_decision(tmp_path_factory.mktemp("case")).case


@settings(max_examples=50, deadline=None, derandomize=True)
@given(HEADS, STATEMENTS, st.data(), st.sampled_from(PLANS_), st.booleans(), st.booleans())
def test_no_comment_is_lost_and_no_other_line_changes(
    small: Case,
    head: list[str],
    stated: list[str],
    data: st.DataObject,
    way: str,
    top_down: bool,
    crlf: bool,
) -> None:
    parts = [*head, *stated] if data.draw(st.booleans()) else [*stated, *head]
    text = data.draw(LINES)
    for part in parts:
        comment = "" if part.startswith("because") else data.draw(COMMENTS)
        text += f"{part}{comment}\n" + ("" if part.startswith("because") else data.draw(LINES))
    if crlf:
        text = text.replace("\n", "\r\n")
    before = document(text)
    course = interview(plans_for(small.header.criteria, way, top_down=top_down))
    while not course.complete and course.question is not None:
        course = course.answer(answer_for(course.question, len(course.steps) * 7 + 5))
    written = profile_of(course, small, Occasion("2026-11-22", way, "T"))
    changed = changed_text(before, written, way)
    after = document(changed)
    assert {key: after.data[key] for key in written} == written
    assert after.data["by"] == before.data["by"]
    assert after.data["because"] == before.data["because"]
    for comment in ("# one", "#two", "# three: 3 # 4", "# a line", "# indented", "# text"):
        assert changed.count(comment) == text.count(comment), comment
    for line in head:
        assert line.replace("\n", "\r\n" if crlf else "\n") in changed
    assert changed_text(after, written, way) == changed


def test_a_byte_order_mark_stays(decision: Decision) -> None:
    assert decision.root is not None
    path = decision.root / "weights" / "mayor.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + MAYOR.encode())
    write_profile(decision, decision.root, "mayor", data_for(decision))
    assert path.read_bytes().startswith(b"\xef\xbb\xbf# yaml-language-server")
    assert load(decision.root).weights["mayor"].ways == ("swing",)


def test_a_formula_stays_when_the_order_is_asked_for_again(decision: Decision) -> None:
    text = "title: T\norder: [trust, cost, collapse, rescue]\nformula: rank-sum # so\n"
    again = document(changed_text(document(text), data_for(decision, "order"), "order")).data
    assert again["formula"] == "rank-sum"
    assert "formula" not in document(changed_text(document(text), data_for(decision), "swing")).data


def test_a_new_file_is_one_that_a_person_would_write(decision: Decision) -> None:
    text = new_text(data_for(decision, by="Jane: the first", title="Yes"), "# comment")
    lines = text.splitlines()
    assert lines[:4] == ["# comment", 'title: "Yes"', 'by: "Jane: the first"', "swing:"]
    assert all(len(line) <= 100 for line in lines)
    assert weights_in(decision, text, "p").criteria


@pytest.mark.parametrize(
    "text",
    ["a", "a b", "a: b", "a #b", "#a", "- a", "[a", "no", "on", "1", "1.0", "null", "a'b", "'a",
     '"a"', "*a", "&a", "!a", "%a", "@a", "`a", "a:", "~", "é", "住民", "a\\b", "a\tb", "{a", "|",
     ">", "?", "? a", "true", "a,b", "a]", "2026-11-22", "1/3", "12345678", "-1", "a : b", "a # b",
     "place 1", "x = y", "g / a over b"],
)  # fmt: skip
def test_every_text_comes_back_as_it_was(text: str) -> None:
    line = f"{scalar_text(text)}: {scalar_text(text)}\n"
    assert document(line).data == {text: text}
    assert document("\n".join(mapping_lines({"k": {text: [text]}}, 0)) + "\n").data == {
        "k": {text: [text]}
    }


def test_an_interrupted_write_leaves_the_old_file(
    decision: Decision, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert decision.root is not None
    path = decision.root / "weights" / "mayor.yaml"

    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_profile(decision, decision.root, "mayor", data_for(decision))
    assert path.read_text("utf-8") == MAYOR
    assert [p.name for p in path.parent.iterdir()] == ["mayor.yaml"]


def test_what_is_not_valid_is_never_put_in_place(decision: Decision) -> None:
    assert decision.root is not None
    data = data_for(decision)
    data["swing"] = {"trust": 100, "nothing": 3}
    with pytest.raises(CaseError):
        write_profile(decision, decision.root, "mayor", data)
    with pytest.raises(CaseError):
        write_profile(decision, decision.root, "new", data)
    assert (decision.root / "weights" / "mayor.yaml").read_text("utf-8") == MAYOR
    assert not (decision.root / "weights" / "new.yaml").exists()


def test_a_file_that_cannot_be_changed_in_place_is_said_before_anything_is_asked(
    decision: Decision,
) -> None:
    assert decision.root is not None
    path = decision.root / "weights" / "mayor.yaml"
    path.write_text(NASTY["one line"], "utf-8")
    with pytest.raises(OutputError, match="Write one key a line"):
        composed(load(decision.root), decision.root, "mayor", data_for(decision))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("elicited: {when: yesterday}", "`when` cannot be the text `yesterday`."),
        ("elicited: {when: 2026-02-30}", "`when` cannot be the text `2026-02-30`."),
        ("elicited: {when: 20261122}", "`when` cannot be the number `20261122`."),
        ("elicited: {when: '20261122'}", "`when` cannot be the text `20261122`."),
        ("elicited: {answers: {a: [1]}}", "`a` needs text, not a list."),
        ("elicited: {answers: {a: true}}", "`a` needs text, not `true`, a truth value."),
        ("elicited: [a]", "`elicited` needs `key: value` lines, not a list."),
        ("elicited: {on: now}", "`on` is not a key of"),
        ("elicited: {way: [swing]}", "`way` needs text, not a list."),
    ],
)
def test_what_an_interview_left_is_checked_strictly(text: str, message: str) -> None:
    profile, findings = load_profile(document(f"title: T\n{text}\n"))
    assert profile is None
    assert [finding.message[: len(message)] for finding in findings] == [message]


def test_an_interview_needs_not_be_told_of_in_full() -> None:
    for text in ("{}", "{when: 2026-11-22}", "{answers: {a: 1, b: 1/3}, by: me}"):
        assert load_profile(document(f"title: T\nelicited: {text}\n"))[1] == []
