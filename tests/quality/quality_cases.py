"""Small cases written as plain data, and what the rules of decision quality find in them."""

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from policyscore.case.directory import Files
from policyscore.decision import Decision, check
from policyscore.reading.diagnostics import Finding
from policyscore.reading.rules import Rule

Data = Mapping[str, Any]
ANCHORS = {0: "none of it is there", 100: "all of it is there"}


class _NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 (PyYAML calls it so)
        return True


def criterion(title: str, **more: Any) -> dict[str, Any]:
    """A criterion from 0 to 100, more being better unless said otherwise."""
    return {"title": title, "better": "higher", "scale": ANCHORS, **more}


def files_of(
    options: Mapping[str, Any],
    weights: Mapping[str, Any] | None = None,
    criteria: Data | Sequence[str] = (),
    **header: Any,
) -> Files:
    """The files of a case.

    Args:
        options: Option's id to its scores, or to its whole file if it has `scores`.
        weights: Profile's id to points by criterion, or to its whole file if it has a way's key.
        criteria: The tree, or ids of criteria whose titles are made from them; those that the
            first option scores if not given.
        header: Further keys of `policyscore.yaml`; the first option is the baseline unless said.
    """
    whole = {key: dict(o) if "scores" in o else {"scores": dict(o)} for key, o in options.items()}
    ids = criteria or list(next(iter(whole.values()))["scores"])
    tree = ids if isinstance(ids, Mapping) else {key: criterion(title_of(key)) for key in ids}
    head = {"policyscore": 1, "title": "A case", "baseline": next(iter(options)), "criteria": tree}
    files = Files()
    files.add("policyscore.yaml", text_of({**head, **header}))
    for key, option in whole.items():
        files.add(f"options/{key}.yaml", text_of({"title": title_of(key), **option}))
    for key, weighing in (weights or {}).items():
        stated = weighing if weighing.keys() & {"points", "swing"} else {"points": dict(weighing)}
        files.add(f"weights/{key}.yaml", text_of({"title": title_of(key), **stated}))
    return files


def title_of(key: str) -> str:
    """A title made from an id: `Wait and see` from `wait-and-see`."""
    return key.replace("-", " ").capitalize()


def text_of(data: Data) -> str:
    """Data as the text of a YAML file, one key a line."""
    text: str = yaml.dump(
        dict(data), Dumper=_NoAliases, sort_keys=False, allow_unicode=True, width=1000
    )
    return text


def decide(files: Files) -> tuple[Decision, tuple[Finding, ...]]:
    """Check a case that has no errors."""
    decision, findings = check(files, quality=True)
    assert [f.message for f in findings if f.severity == "error"] == []
    assert decision is not None
    return decision, findings


def broken(rule: Rule, files: Files) -> list[Finding]:
    """The findings of one rule in a case that has no errors."""
    return [finding for finding in decide(files)[1] if finding.rule == rule]


def place(finding: Finding) -> tuple[str, str]:
    """The file of a finding and the stretch of the line that it marks."""
    assert finding.span.line == finding.span.end_line
    return finding.path, finding.excerpt[finding.span.column - 1 : finding.span.end_column - 1]
