"""Twelve commits such as people make to this project's own case."""

import re
from collections.abc import Callable
from pathlib import Path

Step = Callable[[Path], None]


def replace(root: Path, path: str, old: str, new: str) -> None:
    """Replace a text that a file must hold."""
    file = root / path
    text = file.read_text("utf-8")
    assert old in text, f"{path} no longer holds {old!r}"
    file.write_text(text.replace(old, new, 1), "utf-8")


def rescore(root: Path, option: str, criterion: str, score: float, judge: str = "") -> None:
    """Give another best guess on a criterion: the first one, or that of a judge."""
    file = root / "options" / f"{option}.yaml"
    text = file.read_text("utf-8")
    pattern = rf"(\n  {criterion}:\n(?:    .*\n)*?"
    pattern += rf"    (?:- |  )?by: {judge}\n\s+likely: )\S+" if judge else r"\s+likely: )\S+"
    changed, count = re.subn(pattern, rf"\g<1>{score:g}", text, count=1)
    assert count == 1, f"{option} has no such score on {criterion}"
    file.write_text(changed, "utf-8")


def fix_a_typo(root: Path) -> None:
    """A word in a summary."""
    replace(root, "options/force-protection.yaml", "whoever threatens", "whoever may threaten")


def lower_a_score(root: Path) -> None:
    """One judge's score."""
    rescore(root, "senior-channel-warning", "deterrence-credibility", 44, "expert-8")


def raise_a_weight(root: Path) -> None:
    """One number of a profile."""
    replace(root, "weights/balanced.yaml", "troop-safety: 90", "troop-safety: 100")


def weigh_anew(root: Path) -> None:
    """Several numbers of another profile, one of them inside a group."""
    path = "weights/troops-first.yaml"
    replace(root, path, "home: 45", "home: 70")
    replace(root, path, "deterrence-credibility: 40", "deterrence-credibility: 90")


def bend_a_value_function(root: Path) -> None:
    """Two points of a value function."""
    replace(root, "policyscore.yaml", "25: 85, 50: 50", "25: 75, 50: 40")


def count_feasibility_in_tenths(root: Path) -> None:
    """A scale with all scores on it; nothing else changes."""
    header = root / "policyscore.yaml"
    before, start, after = header.read_text("utf-8").partition("      feasibility:\n")
    scale, end, rest = after.partition("\nexperts:")
    scale = re.sub(r"(?m)^( {10})(\d+):", lambda m: f"{m[1]}{int(m[2]) / 10:g}:", scale)
    header.write_text(before + start + scale + end + rest, "utf-8")
    for file in (root / "options").iterdir():
        text = file.read_text("utf-8")
        head, start, scores = text.partition("\n  feasibility:")
        section = re.match(r"(?:.*\n(?:    .*\n?)*)", scores)
        assert section is not None
        pattern = r"((?:likely|low|high): )(\d+)"
        changed = re.sub(pattern, lambda m: f"{m[1]}{int(m[2]) / 10:g}", section[0])
        file.write_text(head + start + changed + scores[section.end() :], "utf-8")


def add_an_option(root: Path) -> None:
    """One more option, better than most."""
    text = (root / "options" / "senior-channel-warning.yaml").read_text("utf-8")
    text = re.sub(r"(?m)^title: .*$", "title: Warn and reassure at once", text)
    text = re.sub(r"(?m)^ +(?:low|high): .*\n", "", text)
    (root / "options" / "warn-and-reassure.yaml").write_text(text, "utf-8")
    rescore(root, "warn-and-reassure", "alliance-cohesion", 80)
    rescore(root, "warn-and-reassure", "escalation-risk", 12)


def rename_an_option(root: Path) -> None:
    """An option's id, wherever it is used."""
    folder = root / "options"
    (folder / "gray-zone-tools.yaml").rename(folder / "grey-zone-tools.yaml")
    for file in folder.iterdir():
        text = file.read_text("utf-8")
        if "gray-zone-tools" in text:
            file.write_text(text.replace("gray-zone-tools", "grey-zone-tools"), "utf-8")


def trust_an_expert_more(root: Path) -> None:
    """An expert's weight."""
    path = root / "policyscore.yaml"
    text = re.sub(r"(expert-5: .*weight: )1", r"\g<1>3", path.read_text("utf-8"))
    path.write_text(text, "utf-8")


def rescore_three(root: Path) -> None:
    """Three scores of three options."""
    rescore(root, "force-protection", "afghan-peace", 47)
    rescore(root, "consult-coalition", "troop-safety", 64)
    rescore(root, "rules-of-the-road", "escalation-risk", 2)


def drop_an_option(root: Path) -> None:
    """An option, and where another one names it."""
    (root / "options" / "suspend-g7-return.yaml").unlink()
    replace(root, "options/no-response.yaml", "  - suspend-g7-return\n", "")


def require_little_risk(root: Path) -> None:
    """A requirement that excludes the riskiest options."""
    old = "        better: lower\n        scale:\n          0: no answer beyond"
    new = old.replace("better: lower\n", "better: lower\n        at-most: 45\n")
    replace(root, "policyscore.yaml", old, new)


STEPS: tuple[Step, ...] = (
    fix_a_typo,
    lower_a_score,
    raise_a_weight,
    weigh_anew,
    bend_a_value_function,
    count_feasibility_in_tenths,
    add_an_option,
    rename_an_option,
    trust_an_expert_more,
    rescore_three,
    drop_an_option,
    require_little_risk,
)
