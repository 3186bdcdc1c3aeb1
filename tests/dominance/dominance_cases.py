"""Small cases written as a user's files are, and what the analysis finds in them."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from policyscore.analysis.dominance.results import Dominance
from policyscore.analysis.dominance.study import study_dominance
from policyscore.case.directory import Files
from policyscore.decision import Decision, check

Tree = Mapping[str, Any]
SCALE = "{0: worst, 100: best}"


def texts_of(
    criteria: Sequence[str] | Tree,
    options: Mapping[str, Any],
    profiles: Mapping[str, Any],
    titles: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """The files of a case on scales from 0 to 100, of which more is better.

    Args:
        criteria: Criteria's ids, or a tree of them: a mapping for a group, a text of further keys
            for a criterion.
        options: Option's id to its scores in the order of the criteria, or by criterion.
        profiles: Profile's id to what it states; the first is the default.
        titles: Option's id to title; the id itself if left out.
    """
    tree = criteria if isinstance(criteria, Mapping) else dict.fromkeys(criteria, "")
    leaves = list(_leaves(tree))
    lines = ["policyscore: 1", "title: Made", f"baseline: {next(iter(options))}"]
    lines += [f"default-profile: {next(iter(profiles))}", f"criteria: {_tree(tree)}"]
    texts = {"policyscore.yaml": "\n".join(lines) + "\n"}
    for option, scores in options.items():
        by_key = scores if isinstance(scores, Mapping) else dict(zip(leaves, scores, strict=True))
        about = {"title": (titles or {}).get(option, option), "scores": by_key}
        texts[f"options/{option}.yaml"] = json.dumps(about, ensure_ascii=False)
    for profile, stated in profiles.items():
        texts[f"weights/{profile}.yaml"] = json.dumps({"title": profile.title(), **stated})
    return texts


def _leaves(tree: Tree) -> list[str]:
    return [
        leaf
        for key, inside in tree.items()
        for leaf in (_leaves(inside) if isinstance(inside, Mapping) else [key])
    ]


def _tree(tree: Tree) -> str:
    parts = []
    for key, inside in tree.items():
        if isinstance(inside, Mapping):
            parts.append(f"{key}: {{title: {key}, criteria: {_tree(inside)}}}")
        else:
            more = f", {inside}" if inside else ""
            parts.append(f"{key}: {{title: {key}, better: higher, scale: {SCALE}{more}}}")
    return "{" + ", ".join(parts) + "}"


def loaded(texts: Mapping[str, str]) -> Decision:
    """The case of some files, which must be valid."""
    decision, findings = check(Files(texts=dict(texts), present=set(texts)))
    assert decision is not None, [(f.path, f.message) for f in findings]
    return decision


def decision_of(
    criteria: Sequence[str] | Tree, options: Mapping[str, Any], profiles: Mapping[str, Any]
) -> Decision:
    """As `texts_of`, loaded."""
    return loaded(texts_of(criteria, options, profiles))


def study(decision: Decision, profile: str | None = None, **choices: Any) -> Dominance:
    """The study under a profile; the default one if None."""
    key = decision.profile(profile)
    stated = (key, decision.profiles[key])
    return study_dominance(decision.case, decision.valued, stated, **choices)


def write(directory: Path, texts: Mapping[str, str]) -> Path:
    """The files on disk."""
    for name, text in texts.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return directory
