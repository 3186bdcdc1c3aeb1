"""Every rule about files, their structure and their references is broken by an example here.

Each example is a case as a user would have it on disk. A new rule of these families (PS1 to PS3)
needs a line; the families above are held by the examples on their pages, which are run as well.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from case_texts import ACT, EVEN, GOOD, HEADER, WAIT, changed

from policyscore.case.directory import clash_findings, read_directory
from policyscore.decision import check
from policyscore.reading.diagnostics import Finding
from policyscore.reading.rules import Rule, all_rules

Texts = dict[str, str]
RULES = {rule.code: rule for rule in all_rules() if rule.code < "PS4"}


def scored(written: str) -> Texts:
    """The good case with another score of trust in the option `act`."""
    return changed(ACT, "trust: 4", f"trust: {written}")


def stated(text: str) -> Texts:
    """The good case with other statements of weights."""
    return {**GOOD, EVEN: f"title: Even\n{text}\n"}


def option(text: str) -> Texts:
    """The good case with other keys of the option `wait`."""
    return changed(WAIT, "title: Wait\n", text)


EXAMPLES: dict[str, Texts] = {
    "PS101": option("title: Wait\ntitle: Act\n"),
    "PS102": option("title: Wait: and see\n"),
    "PS103": option("title: &t Wait\nsummary: *t\n"),
    "PS104": option("title: !!str Wait\n"),
    "PS105": {**GOOD, WAIT: f"{GOOD[WAIT]}---\n{GOOD[WAIT]}"},
    "PS106": {**GOOD, WAIT: "# nothing yet\n"},
    "PS107": {**GOOD, WAIT: "- wait\n"},
    "PS108": option(f"title: {'[' * 40}{']' * 40}\n"),
    "PS109": option(f"title: Wait\n#{'x' * (1 << 20)}\n"),
    "PS111": option('title: "Wait\\e[31m"\n'),
    "PS115": option("title: Wait\ntrue: 1\n"),
    "PS116": {**GOOD, "options/Third Way.yaml": GOOD[WAIT]},
    "PS118": {HEADER: GOOD[HEADER], EVEN: GOOD[EVEN]},
    "PS201": option("title: Wait\ntag: [slow]\n"),
    "PS202": option(""),
    "PS203": option("title: [Wait]\n"),
    "PS204": scored("four"),
    "PS205": scored("{likely: 4, confidence: total}"),
    "PS206": option("title: Wait\ntags: [Slow]\n"),
    "PS207": changed(HEADER, "policyscore: 1", "policyscore: 2"),
    "PS208": option("title: ''\n"),
    "PS209": changed(HEADER, "weight: 2", "weight: -2"),
    "PS210": changed(HEADER, "{0: none, 10: full}", "{0: none, 10: full, 5: half}"),
    "PS211": changed(HEADER, "value: {0: 100,", "value: {0: 90,"),
    "PS212": scored("{low: 5, high: 4}"),
    "PS213": scored("{low: 5}"),
    "PS214": scored("[{likely: 5}, {likely: 4}]"),
    "PS215": changed(HEADER, "  safety:\n", "  risk:\n"),
    "PS216": option("title: Wait\ntags: [slow, slow]\n"),
    "PS217": stated("swing: {risk: 100, trust: 1, cost: 1}\npoints: {risk: 1}"),
    "PS218": option("title: Wait\n" + "".join(f"key{n}: 1\n" for n in range(200))),
    "PS219": stated("pairwise: {risk over risk: 2, risk over trust: 2, trust over cost: 2}"),
    "PS220": stated(f"pairwise: {{{', '.join(f'risk over c{n}: 2' for n in range(15))}}}"),
    "PS221": scored("{likely: 5, normal: [5, 1]}"),
    "PS301": scored("4\n  peace: 5"),
    "PS302": scored("{by: zoe, likely: 4}"),
    "PS303": scored("{source: letter, likely: 4}"),
    "PS304": changed(HEADER, "baseline: wait", "baseline: nothing"),
    "PS305": changed(HEADER, "default-profile: even", "default-profile: odd"),
    "PS306": changed(ACT, "  trust: 4\n", ""),
    "PS307": scored("11"),
    "PS308": option("title: Wait\nrequires: [wait]\n"),
    "PS309": option("title: Wait\nrequires: [act]\nconflicts-with: [act]\n"),
    "PS310": scored("{by: eve, likely: 4}"),
    "PS311": stated("points: {risk: 1, trust: 1}"),
    "PS312": stated("points: {risk: 0, trust: 0, cost: 0}"),
    "PS313": stated("swing: {risk: 90, trust: 1, cost: 1}"),
    "PS314": stated("points: {safety: 1, risk: 1, cost: 1}"),
    "PS315": stated("pairwise: {risk over trust: 2, cost over safety: 2}"),
    "PS316": stated("pairwise: {risk over trust: 2, trust over cost: 2, cost over risk: 2}"),
    "PS317": stated("ranges: {risk: {low: 0.6}, trust: {low: 0.6}, cost: any}"),
    "PS318": stated("pairwise: {risk over trust: 10, trust over cost: 1}"),
    "PS319": stated("group: {of: {even: 1}}"),
    "PS320": scored("{normal: [9, 1]}"),
}


def _not_text(root: Path) -> Iterator[Finding]:
    (root / WAIT).write_bytes(b"title: \xff\n")
    yield from ()


def _not_a_file(root: Path) -> Iterator[Finding]:
    (root / HEADER).unlink()
    (root / HEADER).mkdir()
    yield from ()


def _link(root: Path) -> Iterator[Finding]:
    (root.parent / "elsewhere.yaml").write_text(GOOD[WAIT], "utf-8")
    (root / "options" / "linked.yaml").symlink_to(root.parent / "elsewhere.yaml")
    yield from ()


def _no_folder(root: Path) -> Iterator[Finding]:
    (root / EVEN).unlink()
    (root / "weights").rmdir()
    (root / "weights").write_text("not a folder", "utf-8")
    yield from ()


def _clash(_: Path) -> Iterator[Finding]:
    # Not every disk can hold both of these files.
    yield from clash_findings("options", ["WAIT.yaml", "wait.yaml"])


# What a text cannot do: changes to the good case on disk, and findings that a disk may not allow.
ON_DISK: dict[str, Callable[[Path], Iterator[Finding]]] = {
    "PS110": _not_text,
    "PS112": _not_a_file,
    "PS113": _link,
    "PS114": _no_folder,
    "PS117": _clash,
}


def broken_by(
    texts: Texts, root: Path, change: Callable[[Path], Iterator[Finding]] | None = None
) -> set[Rule]:
    """Write a case to disk, change and read it, and give the rules that it breaks."""
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    more = list(change(root)) if change is not None else []
    files = read_directory(root.resolve())
    files.findings.extend(more)
    _, findings = check(files)
    return {finding.rule for finding in findings}


def test_every_rule_of_these_families_has_an_example() -> None:
    assert sorted([*EXAMPLES, *ON_DISK]) == sorted(RULES)


def test_the_good_case_breaks_no_rule(tmp_path: Path) -> None:
    assert broken_by(dict(GOOD), tmp_path) == set()


@pytest.mark.parametrize("code", sorted(RULES))
def test_the_example_breaks_its_rule(code: str, tmp_path: Path) -> None:
    root = tmp_path / "case"
    assert RULES[code] in broken_by(EXAMPLES.get(code, dict(GOOD)), root, ON_DISK.get(code))
