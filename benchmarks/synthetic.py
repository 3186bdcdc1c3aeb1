"""A synthetic case of any number of options, the same at every run: `synthetic.py N DIRECTORY`."""

import json
import random
import sys
from pathlib import Path

from option_schema import option_schema

GROUPS = {
    "security": ("escalation-risk", "deterrence", "troop-safety", "nuclear-stability"),
    "partners": ("alliance-cohesion", "open-channels", "peace-process", "regional-trade"),
    "home": ("domestic-consensus", "cost-to-budget", "feasibility"),
}
CRITERIA = tuple(key for keys in GROUPS.values() for key in keys)
LOWER = frozenset({"escalation-risk", "cost-to-budget"})
EXPERTS = tuple(f"expert-{number}" for number in range(1, 9))
SOURCE = "hearing-notes"
STANCES = ("recommends", "conditional", "mentions", "doubts", "opposes", "predicts")
BASELINE = "option-00000"
WORDS = (
    *("allies", "answer", "calmly", "after", "talks", "while", "costs", "stay", "bounded", "and"),
    *("support", "at", "home", "unless", "the", "other", "side", "reads", "this", "as", "weakness"),
)


def write_case(directory: Path, options: int) -> None:
    """Write a case that validates, and the JSON Schema that other validators check it with.

    Args:
        directory: Where the case goes; made if it does not exist.
        options: How many option files, of about 50 lines each.
    """
    for folder in ("options", "weights"):
        (directory / folder).mkdir(parents=True, exist_ok=True)
    _write(directory / "policyscore.yaml", _header())
    for name, start in (("balanced", 100), ("uneven", 60)):
        _write(directory / "weights" / f"{name}.yaml", _profile(name, start))
    for number in range(options):
        _write(directory / "options" / f"option-{number:05}.yaml", _option(number, options))
    _write(directory / "option.schema.json", json.dumps(option_schema(CRITERIA), indent=1))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _header() -> str:
    lines = ["policyscore: 1", "title: A synthetic decision", f"baseline: {BASELINE}"]
    lines += ["default-profile: balanced", "criteria:"]
    for group, criteria in GROUPS.items():
        lines += [f"  {group}:", f"    title: {group.title()}", "    criteria:"]
        for key in criteria:
            lines += [f"      {key}:", f"        title: {key.replace('-', ' ').title()}"]
            lines.append(f"        better: {'lower' if key in LOWER else 'higher'}")
            lines.append("        scale: {0: none at all, 50: as today, 100: as much as can be}")
    lines.append("experts:")
    lines += [f"  {key}: {{title: Witness {key[-1]}, weight: 1}}" for key in EXPERTS]
    lines += ["sources:", f"  {SOURCE}: {{title: Notes of the hearing, published: 2020-07}}"]
    return "\n".join(lines) + "\n"


def _profile(name: str, start: int) -> str:
    lines = [f"title: {name.title()}", "swing:"]
    lines += [f"  {key}: {100 - (index * start) // 11}" for index, key in enumerate(CRITERIA)]
    return "\n".join(lines) + "\n"


def _option(number: int, options: int) -> str:
    """One option's file: two stances, and scores in every form that there is."""
    dice = random.Random(number)  # noqa: S311 (not for secrets)
    lines = [f"title: Course of action {number}", "summary: >-"]
    lines += [f"  {_sentence(dice, 9)}", f"  {_sentence(dice, 9)}"]
    lines.append(f"tags: [{dice.choice(('economic', 'military', 'legal'))}, synthetic]")
    if number % 2:  # an odd option needs an even one, which needs none: no conflict can follow
        lines.append(f"requires: [option-{number - 1:05}]")
    if number % 5 == 1 and number + 3 < options:
        lines.append(f"conflicts-with: [option-{number + 3:05}]")
    lines.append("stances:")
    for expert in dice.sample(EXPERTS, 2):
        lines += [f"  - expert: {expert}", f"    stance: {dice.choice(STANCES)}"]
        lines += _because(dice, "    ")
    lines.append("scores:")
    # every option is good at some things and bad at others, so that none beats another at all
    values = dice.sample(range(3, 98, 9), len(CRITERIA))
    for index, (key, value) in enumerate(zip(CRITERIA, values, strict=True)):
        lines += _score(dice, key, index, value + dice.randint(0, 6))
    return "\n".join(lines) + "\n"


def _score(dice: random.Random, key: str, index: int, value: int) -> list[str]:
    """One criterion's score, in a form that depends on the criterion's place."""
    likely = 100 - value if key in LOWER else value
    low, high = max(likely - dice.randint(0, 20), 0), min(likely + dice.randint(0, 20), 100)
    one, other = dice.sample(EXPERTS, 2)
    if index < 6:
        known = "unknown" if index == 5 and dice.random() < 0.1 else likely
        return [f"  {key}: {{likely: {known}, because: {_sentence(dice, 5)}}}"]
    if index < 8:
        span = f"low: {low}, likely: {likely}, high: {high}"
        return [f"  {key}: {{{span}, because: {_sentence(dice, 1)}}}"]
    if index < 10:
        lines = [f"  {key}:", f"    by: {one}", f"    low: {low}", f"    likely: {likely}"]
        lines += [f"    high: {high}", "    confidence: moderate", "    basis: inferred"]
        return lines + _because(dice, "    ")
    lines = [f"  {key}:"]
    for expert, score in ((one, low), (other, high)):
        lines += [f"    - by: {expert}", f"      likely: {score}"]
        lines += _because(dice, "      ")
    return lines


def _because(dice: random.Random, indent: str) -> list[str]:
    place = f"q{dice.randint(0, 3)}p{dice.randint(1, 9)}"
    because = f"because: {_sentence(dice, 8)}"
    return [f"{indent}{line}" for line in (f"source: {SOURCE}", f"at: {place}", because)]


def _sentence(dice: random.Random, words: int) -> str:
    return " ".join(dice.choices(WORDS, k=words)).capitalize() + "."


if __name__ == "__main__":
    write_case(Path(sys.argv[2]), int(sys.argv[1]))
