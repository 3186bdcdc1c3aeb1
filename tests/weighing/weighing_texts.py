"""A case with nested groups, in which profiles can be tried."""

from collections.abc import Mapping

import pytest

from policyscore.case.directory import Files
from policyscore.case.naming import listed
from policyscore.decision import check
from policyscore.weighing.statements import HOW_TO_STATE
from policyscore.weighing.ways import WAYS, WITHIN
from policyscore.weighing.weights import Weights

PATH = "weights/tried.yaml"
LEAVES = ("risk", "deterrence", "support", "cost", "rights", "proof", "speed")
HEADER = """\
policyscore: 1
title: Tried
baseline: wait
criteria:
  security:
    title: Security
    criteria:
      risk: {title: Risk, better: lower, scale: {0: none, 9: war}}
      deterrence: {title: Deterrence, better: higher, scale: {0: none, 9: full}}
  society:
    title: Society
    criteria:
      home:
        title: Home
        criteria:
          support: {title: Support, better: higher, scale: {0: none, 9: all}}
          cost: {title: Cost, better: lower, scale: {0: free, 9: ruin}}
      rights: {title: Rights, better: higher, scale: {0: broken, 9: kept}}
  evidence:
    title: Evidence
    criteria:
      proof: {title: Proof, better: higher, scale: {0: none, 9: certain}}
  speed: {title: Speed, better: higher, scale: {0: years, 9: days}}
"""
WAIT = "title: Wait\nscores: {" + ", ".join(f"{leaf}: 3" for leaf in LEAVES) + "}\n"


def tried(
    stated: str, others: Mapping[str, str] | None = None, header: str = HEADER
) -> tuple[Weights | None, list[str]]:
    """The weights of a profile, and what is said of it: `line:column rule message > hint`.

    Args:
        stated: What the profile `tried` says, from the second line of its file on.
        others: What other profiles say, by id.
        header: The case's criteria.
    """
    profiles = {"tried": stated, **(others or {})}
    texts = {"policyscore.yaml": header, "options/wait.yaml": WAIT}
    for key, said_there in profiles.items():
        texts[f"weights/{key}.yaml"] = f"title: {key}\n{said_there.strip()}\n"
    decision, findings = check(Files(texts=texts, present=set(texts)))
    said = []
    for finding in findings:
        assert others or header != HEADER or finding.path == PATH
        hint = f" > {finding.hint}" if finding.hint else ""
        place = f"{finding.span.line}:{finding.span.column}"
        where = "" if finding.path == PATH else f"{finding.path}:"
        said.append(f"{where}{place} {finding.rule.name} {finding.message}{hint}")
    return (decision.weights["tried"] if decision else None), said


def weights_of(stated: str) -> dict[str, float]:
    """The weights of the criteria in a profile that nothing is said of."""
    weights, said = tried(stated)
    assert said == []
    assert weights is not None
    return weights.criteria


def said_of(stated: str) -> list[str]:
    """What is said of a profile that gives no weights."""
    weights, said = tried(stated)
    assert weights is None
    return said


def stories(text: str) -> list[object]:
    """Read faulty profiles with what is said of each, one a paragraph, as parameters of a test.

    Lines after `| ` are the profile's, from its second line on; the others are findings, each
    continued where a line begins with two blanks. `<how>` stands for the hint that names all
    ways of weighing, `<keys>` for their keys.
    """
    text = text.replace("<how>", HOW_TO_STATE)
    text = text.replace("<keys>", listed([*WAYS, WITHIN], "and"))
    found: list[object] = []
    for block in text.strip("\n").split("\n\n"):
        lines = block.splitlines()
        stated = "\n".join(line[2:] for line in lines if line.startswith("|"))
        rest = "\n".join(line for line in lines if not line.startswith("|"))
        said = rest.replace("\n  ", " ").splitlines()
        found.append(pytest.param(stated, said, id=" ".join(stated.split())[-60:]))
    return found
