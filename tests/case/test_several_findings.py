"""Everything that is wrong is told at once, in order, and nothing twice."""

import time

import pytest
from case_texts import ACT, EVEN, GOOD, HEADER, WAIT, Story, changed, findings_of, stories, told

from policyscore.case.directory import Files
from policyscore.decision import check
from policyscore.reading import rules
from policyscore.reading.files import refusal


def test_errors_in_all_files_are_told_together_by_file_and_place() -> None:
    texts = changed(HEADER, "default-profile: even", "default-profile: zzz")
    texts = changed(WAIT, "risk: 10", "risk: 110", texts)
    texts = changed(WAIT, "by: ann", "by: zoe", texts)
    texts = changed(ACT, "trust: 4", "trust: four", texts)
    texts = changed(ACT, "title: Act\n", "", texts)
    texts = changed(EVEN, "cost: 1", "cost: -1", texts)
    texts["options/run.yaml"] = "title: *x\n"
    assert [line.split(" ")[:2] for line in told(texts)] == [
        ["options/act.yaml:1:1", "missing-key"],
        ["options/act.yaml:6:10", "not-a-number"],
        ["options/run.yaml:1:1", "missing-key"],
        ["options/run.yaml:1:8", "alias"],
        ["options/wait.yaml:3:9", "score-off-scale"],
        ["options/wait.yaml:5:42", "unknown-expert"],
        ["policyscore.yaml:5:18", "unknown-profile"],
        ["weights/even.yaml:5:9", "out-of-range"],
    ]


@pytest.mark.parametrize(
    "story",
    stories("""
policyscore.yaml
-         scale: {0: none, 10: full}
+         scale: {0: none, ten: 7}
+         unit: 3
policyscore.yaml:18:26 not-a-number The key needs a number, not the text `ten`.
  > Write a decimal number, such as 40 or 0.5.
policyscore.yaml:18:31 wrong-type `ten` needs text, not the number `7`.
  > Put quotes around it: "7".
policyscore.yaml:19:15 wrong-type `unit` needs text, not the number `3`.
  > Put quotes around it: "3".

options/act.yaml
-     - {by: ann, likely: 60}
-     - {by: bob, low: 40, high: 80}
+     - {by: ann, likely: sixty}
+     - {by: Bob, low: 40, hihg: 80}
+     - 7
options/act.yaml:5:25 not-a-number `likely` needs a number or `unknown`, not the text `sixty`.
  > Write a decimal number, such as 40 or 0.5, or `unknown` if nobody can say.
options/act.yaml:6:12 bad-id `by` is not an id: `Bob`.
  > Ids are lower-case words joined by hyphens, up to 64 characters, such as `bob`.
options/act.yaml:6:26 unknown-key `hihg` is not a key of a judgement. > Did you mean `high`?
options/act.yaml:7:7 wrong-type `risk` needs `key: value` lines, not the number `7`.
  > Its keys are `by`, `likely`, `low`, `high`, `normal`, `beta`, `samples`, `because`, `source`,
  `at`, `confidence` and `basis`.
"""),
)
def test_several_errors_in_one_mapping_are_each_told(story: Story) -> None:
    assert story.told == story.expected


@pytest.mark.parametrize("broken", ["title: [", "\ttitle: x", "- a\n- b", "", "title: *x", "a: 1"])
@pytest.mark.parametrize("path", [ACT, WAIT, EVEN, HEADER])
def test_what_depends_on_a_file_that_cannot_be_read_is_not_complained_of(
    path: str, broken: str
) -> None:
    texts = changed(WAIT, "title: Wait\n", "title: Wait\nrequires: [act]\n")
    findings = findings_of({**texts, path: broken})
    assert findings
    assert {finding.path for finding in findings} == {path}


def test_a_file_that_is_there_but_unreadable_still_counts_as_there() -> None:
    texts = changed(WAIT, "title: Wait\n", "title: Wait\nrequires: [act]\n")
    for path in (ACT, WAIT, EVEN, HEADER):
        files = Files(texts=dict(texts), present=set(texts))
        del files.texts[path]
        files.findings.append(refusal(rules.NOT_UTF8, path, "Not text."))
        decision, findings = check(files)
        assert decision is None
        assert [finding.path for finding in findings] == [path]


@pytest.mark.parametrize("folder", ["options", "weights"])
def test_of_a_folder_that_cannot_be_read_nothing_else_is_said(folder: str) -> None:
    texts = {path: text for path, text in GOOD.items() if not path.startswith(folder)}
    files = Files(texts=texts, present=set(texts))
    files.findings.append(refusal(rules.UNREADABLE, folder, "The folder cannot be read."))
    _, findings = check(files)
    assert [finding.rule for finding in findings] == [rules.UNREADABLE]


def test_a_file_under_a_wrong_name_is_not_said_to_be_missing() -> None:
    texts = {path: text for path, text in GOOD.items() if path != WAIT}
    files = Files(texts=texts, present=set(texts))
    files.findings.append(refusal(rules.FILE_NAME, "options/wait.yml", "Passed over."))
    _, findings = check(files)
    assert [finding.rule for finding in findings] == [rules.FILE_NAME]


def test_a_case_without_options_says_so_once() -> None:
    texts = {HEADER: GOOD[HEADER], EVEN: GOOD[EVEN]}
    (said,) = told(texts)
    assert said == (
        "policyscore.yaml:1:1 missing-file The case has no options."
        " > Write each option as one file in `options/`."
    )


def test_an_alias_is_not_also_taken_for_a_missing_value() -> None:
    assert [f.rule for f in findings_of(changed(WAIT, "risk: 10", "risk: *ten"))] == [rules.ALIAS]


def test_a_hostile_file_is_refused_soon_and_with_few_words() -> None:
    many = range(10_000)
    hostile = {
        "unknown criteria": (WAIT, "".join(f"  x{i}: 1\n" for i in many)),
        "empty lists": (WAIT, "".join(f"  x{i}: []\n" for i in many)),
        "lists with errors": (WAIT, "".join(f"  x{i}: [1]\n" for i in many)),
        "unknown options": (WAIT, "requires:\n" + "".join(f"- x{i}\n" for i in many)),
        "one tag again and again": (WAIT, "tags:\n" + "- x\n" * 10_000),
        "many tags": (WAIT, "tags:\n" + "".join(f"- x{i}\n" for i in many)),
        "keys": (EVEN, "".join(f"x{i}: 1\n" for i in many)),
        "weights": (EVEN, "".join(f"  x{i}: 1\n" for i in many)),
        "groups": (EVEN, "within:\n" + "".join(f"  x{i}: {{points: {{a: 1}}}}\n" for i in many)),
        "numbers": (EVEN, "within:\n" + "".join(f"  x{i}: 1\n" for i in many)),
    }
    for name, (path, more) in hostile.items():
        start = time.monotonic()
        findings = findings_of({**GOOD, path: GOOD[path] + more})
        assert len(findings) <= 2 * (100 + 1), name
        assert time.monotonic() - start < 30, name  # a guard against cost that grows as a square


def test_of_many_errors_in_a_file_the_first_hundred_are_shown() -> None:
    more = "".join(f"  x{i}: 1\n" for i in range(150))
    findings = findings_of({**GOOD, WAIT: GOOD[WAIT] + more})
    assert len(findings) == 101
    (last,) = (f for f in findings if f.rule == rules.TOO_MANY)
    assert last.message == ("This file has more errors of this kind; only the first 100 are shown.")
