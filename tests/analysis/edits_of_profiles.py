"""Random edits of a case under profiles of every way, and the same said in other words."""

import copy
import json
import re
from collections.abc import Iterator
from fractions import Fraction

from hypothesis import strategies as st
from profiles_of_every_way import (
    MEMBERS,
    TRIED,
    WAYS,
    Data,
    cases,
    group,
    leaves,
    level,
    statement,
)


def _all_levels(stated: Data, tree: Data) -> Iterator[tuple[Data, Data]]:
    yield stated, tree
    for key, below in stated.get("within", {}).items():
        yield from _all_levels(below, _find(tree, key))


def _find(tree: Data, key: str) -> Data:
    for name, below in tree.items():
        if name == key and below is not None:
            return dict(below)
        if below is not None and (found := _find(below, key)):
            return found
    return {}


def _names(stated: Data) -> list[str]:
    """What a level weighs."""
    way = next(key for key in stated if key in WAYS)
    content = stated[way]
    if way == "best-worst":
        return [content["best"], *content["best-to-others"]]
    words = (
        content
        if way in {"points", "swing", "ranges"}
        else re.findall(r"k-[a-z]+", json.dumps(content))
    )
    return list(dict.fromkeys(words))


def _same_way(draw: st.DrawFn, case: Data) -> None:
    """The judgements of one level, in the same way, some of them others."""
    stated, tree = _any_level(draw, case)
    way = next((key for key in stated if key in WAYS), None)
    if way is None:
        stated.update(group(draw))
        return
    again = statement(draw, _names(stated), way, tree)
    if way in again:
        content = again.pop(way)
        if way in {"points", "swing", "pairwise"} and content.keys() == stated[way].keys():
            key = draw(st.sampled_from(sorted(content)))
            stated[way][key] = content[key]
            if way != "pairwise" and not any(stated[way].values()):
                stated[way][key] = 1.0
            return
        within = stated.get("within")
        stated.clear()
        stated.update({way: content, **again, **({"within": within} if within else {})})


def _other_way(draw: st.DrawFn, case: Data) -> None:
    """One level in another way."""
    stated, tree = _any_level(draw, case)
    if "group" in stated:
        stated.clear()
        stated.update(level(draw, case["tree"]))
        return
    again = statement(draw, _names(stated), draw(st.sampled_from(list(WAYS))), tree)
    within = stated.get("within")
    stated.clear()
    stated.update({**again, **({"within": within} if within else {})})


def _any_level(draw: st.DrawFn, case: Data) -> tuple[Data, Data]:
    key = draw(st.sampled_from(sorted(case["weights"])))
    stated = case["weights"][key]
    every = (
        [(stated, case["tree"])] if "group" in stated else list(_all_levels(stated, case["tree"]))
    )
    return every[draw(st.integers(0, len(every) - 1))]


def _anew(draw: st.DrawFn, case: Data) -> None:
    """A whole profile anew."""
    key = draw(st.sampled_from([TRIED, *MEMBERS]))
    case["weights"][key] = level(draw, case["tree"])


def _to_group(draw: st.DrawFn, case: Data) -> None:
    case["weights"][TRIED] = group(draw)


def _bend(draw: st.DrawFn, case: Data) -> None:
    case["bent"] = draw(st.sampled_from(sorted(leaves(case["tree"]))))


def _member_leaves(draw: st.DrawFn, case: Data) -> None:
    """Another profile takes the place of a member of the group."""
    del draw
    if "group" in case["weights"][TRIED]:
        case["weights"]["k-other"] = copy.deepcopy(case["weights"][MEMBERS[1]])
        of = case["weights"][TRIED]["group"]["of"]
        case["weights"][TRIED] = {"group": {"of": {MEMBERS[0]: of[MEMBERS[0]], "k-other": 1}}}


def _add(draw: st.DrawFn, case: Data) -> None:
    """A criterion more, in a group or at the top; every profile is stated anew."""
    place = draw(st.sampled_from(["", "k-safety", "k-home"]))
    tree = case["tree"]
    if "k-extra" not in leaves(tree):
        (tree[place] if place else tree)["k-extra"] = None
        _restate(draw, case)


def _drop(draw: st.DrawFn, case: Data) -> None:
    """A criterion fewer; every profile is stated anew."""
    home = case["tree"]["k-home"]
    if len(home) > 1:
        home.pop(next(iter(home)))
        _restate(draw, case)


def _move(draw: st.DrawFn, case: Data) -> None:
    """A criterion in another group; every profile is stated anew."""
    tree = case["tree"]
    if "k-rights" in tree:
        del tree["k-rights"]
        tree["k-safety"]["k-rights"] = None
        _restate(draw, case)


def _restate(draw: st.DrawFn, case: Data) -> None:
    for key, stated in case["weights"].items():
        if "group" not in stated:
            way = next(name for name in stated if name in WAYS)
            case["weights"][key] = level(draw, case["tree"], way)


EDITS = (
    *(_same_way,) * 5,
    *(_other_way,) * 2,
    _anew,
    _to_group,
    _bend,
    _member_leaves,
    _add,
    _drop,
    _move,
)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Data, Data]:
    """A case and the same after one to four edits."""
    old = draw(cases())
    new = copy.deepcopy(old)
    for edit in draw(st.lists(st.sampled_from(EDITS), min_size=1, max_size=4)):
        edit(draw, new)
    return old, new


def _turned_pair(key: str, ratio: float | str) -> tuple[str, float | str]:
    """A comparison the other way round."""
    first, second = key.split(" over ")
    turned = 1 / Fraction(str(ratio))
    exact = float(turned) if turned == Fraction(str(float(turned))) else None
    return f"{second} over {first}", exact or f"{turned.numerator}/{turned.denominator}"


def _said_otherwise(draw: st.DrawFn, stated: Data) -> Data:
    """A level whose judgements are the same in other words, and so are those inside it."""
    found: Data = {}
    for key, content in stated.items():
        if key in {"points", "swing"}:
            factor = draw(st.sampled_from([1, 2, 4]))
            found[key] = {
                name: content[name] * factor for name in draw(st.permutations(list(content)))
            }
        elif key == "ranges":
            found[key] = {name: content[name] for name in draw(st.permutations(list(content)))}
        elif key == "pairwise":
            turned = draw(st.sampled_from([True, False]))
            some = [_turned_pair(k, x) if turned else (k, x) for k, x in content.items()]
            found[key] = dict(draw(st.permutations(some)))
        elif key in {"order", "cards"}:
            found[key] = [
                draw(st.permutations(item))
                if isinstance(item, list)
                else [item]
                if isinstance(item, str)
                else item
                for item in content
            ]
        elif key == "trade-offs":
            halves = [line.split(" is worth ") for line in content]
            found[key] = [" is worth ".join(half[::-1]) for half in draw(st.permutations(halves))]
        elif key == "group":
            found[key] = {"of": {name: 2 * x for name, x in content["of"].items()}}
        elif key == "within":
            found[key] = {name: _said_otherwise(draw, below) for name, below in content.items()}
        else:
            found[key] = content
    return found


@st.composite
def restated(draw: st.DrawFn) -> tuple[Data, Data]:
    """A case, and the same in other words."""
    old = draw(cases())
    new = copy.deepcopy(old)
    new["weights"] = {
        key: {**_said_otherwise(draw, stated), "by": "Somebody", "because": "Said anew."}
        for key, stated in old["weights"].items()
    }
    return old, new


def renamed(case: Data, old: str, new: str) -> Data:
    """A case in which a criterion or group goes by another name."""
    text = json.dumps(case)
    found: Data = json.loads(re.sub(rf"(?<![\w-]){old}(?![\w-])", new, text))
    return found
