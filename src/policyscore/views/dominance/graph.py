"""Necessary preference as a graph in DOT (Graphviz) and Mermaid."""

import re
from collections.abc import Callable, Iterator

from policyscore.analysis.dominance.graph import Node
from policyscore.analysis.dominance.results import Dominance
from policyscore.case.case import Case
from policyscore.reading.characters import visible

_PUNCTUATION = re.compile(r"[!-&(-+\--/:-@\[-`{-~]")  # all of ASCII's but ' and ,


def dot(case: Case, found: Dominance) -> str:
    """The Hasse diagram for Graphviz; what can never be first has a dashed line around it."""
    never = _never(found)
    lines = ["digraph dominance {", "  rankdir=TB;", "  node [shape=box];"]
    lines.append(f'  label="{_dot_escape(case.title)}";')
    for place, node in enumerate(found.nodes):
        style = ", style=dashed" if never >= {*node.options} else ""
        lines.append(f'  n{place} [label="{_label(case, node, _dot_escape, " = ")}"{style}];')
    lines += [f"  n{above} -> n{below};" for above, below in _edges(found)]
    return "\n".join([*lines, "}"]) + "\n"


def mermaid(case: Case, found: Dominance) -> str:
    """The Hasse diagram for Mermaid; what can never be first has a dashed line around it."""
    never = _never(found)
    lines = ["flowchart TD"]
    for place, node in enumerate(found.nodes):
        style = ":::never" if never >= {*node.options} else ""
        lines.append(f'  n{place}["{_label(case, node, _mermaid_escape, " #61; ")}"]{style}')
    lines += [f"  n{above} --> n{below}" for above, below in _edges(found)]
    lines.append("  classDef never stroke-dasharray: 4 3")
    return "\n".join(lines) + "\n"


def _never(found: Dominance) -> set[str]:
    return {s.option for s in found.standings if s.first.place == "never"}


def _label(case: Case, node: Node, escape: Callable[[str], str], equals: str) -> str:
    """The titles of a node's options, which are equally good."""
    return equals.join(escape(case.options[option].title) for option in node.options)


def _edges(found: Dominance) -> Iterator[tuple[int, int]]:
    return ((place, below) for place, node in enumerate(found.nodes) for below in node.below)


def _dot_escape(text: str) -> str:
    r"""Text inside quotes, where \ begins an escape and & a character's name."""
    line = visible(" ".join(text.split()))
    return line.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")


def _mermaid_escape(text: str) -> str:
    """Text inside quotes, every character by its number that could begin a directive or markup."""
    line = visible(" ".join(text.split()))
    return _PUNCTUATION.sub(lambda match: f"#{ord(match[0])};", line)
