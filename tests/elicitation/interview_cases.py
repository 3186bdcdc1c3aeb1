"""A small case to be weighed, and interviews about cases of any shape."""

from pathlib import Path
from typing import Any

from policyscore.case.header import Criterion, Group, Tree
from policyscore.decision import Decision, load
from policyscore.elicitation.interview import Interview, interview
from policyscore.elicitation.plans import plans_for
from policyscore.elicitation.questions import Question
from policyscore.scoring.totals import Valued

FILES = {
    "policyscore.yaml": """\
policyscore: 1
title: The old bridge
question: What should become of it?
baseline: keep
criteria:
  safety:
    title: Safety
    criteria:
      collapse:
        title: Risk of collapse
        better: lower
        scale: {0: none, 100: one in ten}
      rescue:
        title: Time to the hospital
        better: lower
        unit: minutes
        scale: {5: five, 30: by the motorway}
  cost:
    title: Cost
    better: lower
    scale: {0: nothing, 100: the whole budget}
  people:
    title: People
    criteria:
      trust:
        title: 住民の信頼 (trust)
        better: higher
        scale: {0: no longer, 100: fully}
""",
    "options/keep.yaml": """\
title: Keep it open
scores: {collapse: 80, rescue: 6, cost: 0, trust: 40}
""",
    "options/close.yaml": """\
title: Close it
scores: {collapse: 5, rescue: 28, cost: 20, trust: 30}
""",
    "options/rebuild.yaml": """\
title: Build a new one
scores: {collapse: 0, rescue: 8, cost: 70, trust: 85}
""",
    "weights/mayor.yaml": """\
# yaml-language-server: $schema=../.policyscore/weights.schema.json
title: The mayor
by: Town hall
because: >-
  What people see is what counts, and what they pay for it, which is a long story that goes
  over two lines.

# judged at the town hall
swing:   # of 100
  trust: 100     # first of all
  cost:  60
  # this one was debated
  collapse: 30
  rescue: 10

# the end
""",
}


def write_case(root: Path) -> Path:
    """Write the small case; gives its directory with all links resolved."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root.resolve()


def small_decision(root: Path) -> Decision:
    """The small case, loaded."""
    return load(write_case(root))


def criterion(name: str) -> Criterion:
    """A criterion from 0 to 100, more being better."""
    scale = {0.0: "worst", 100.0: "best"}
    return Criterion(
        title=name, asks="", better="higher", scale=scale, value=None, unit="", at_most=None,
        at_least=None,
    )  # fmt: skip


def tree_of(shape: list[Any], prefix: str = "c") -> Tree:
    """A tree of criteria from nested lists: a number is a criterion, a list a group."""
    tree: Tree = {}
    for index, part in enumerate(shape):
        name = f"{prefix}{index}"
        if isinstance(part, list):
            tree[f"g{name}"] = Group(title=name, criteria=tree_of(part, f"{name}-n"))
        else:
            tree[name] = criterion(name)
    return tree


def valued(values: dict[str, dict[str, float]]) -> dict[str, Valued]:
    """Options by their values alone."""
    return {key: Valued({}, dict(v), dict(v), dict(v), (), ()) for key, v in values.items()}


def start(tree: Tree, way: str, *, top_down: bool = False) -> Interview:
    """An interview without answers."""
    return interview(plans_for(tree, way, top_down=top_down))


def answer_for(question: Question, number: int) -> Any:
    """One of the answers to a question, picked by a number."""
    if question.ask == "points":
        return float(number % 101)
    if question.ask == "times":
        size = number % 17 - 8
        return size + 1.0 if size >= 0 else f"1/{1 - size}"
    if question.ask == "times-more":
        return float(number % 9 + 1)
    name = question.names[number % len(question.names)]
    if question.ask == "next" and number % 5 == 0:
        other = question.names[(number // 5) % len(question.names)]
        return name if other == name else f"{name} = {other}"
    return name


def answer_all(course: Interview, number: int = 7) -> Interview:
    """Answer every question, those that are not needed too."""
    while (question := course.question) is not None:
        course = course.answer(answer_for(question, number))
        number = number * 31 + 11
    return course
