"""What first place is without one criterion, expert, source or option."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

import numpy as np

from policyscore.analysis.sensitivity.distance_results import LeftOut
from policyscore.analysis.sensitivity.judged import Judged
from policyscore.analysis.sensitivity.table import (
    Bools,
    Floats,
    Standing,
    first_places,
    leading,
)
from policyscore.case.case import Case
from policyscore.case.value_functions import value_function
from policyscore.scoring.totals import Valued
from policyscore.scoring.values import pool

_THREE = 3
_NONE = 1e-15


def leave_one_out(
    standing: Standing, case: Case, valued: Mapping[str, Valued], judged: Sequence[Judged]
) -> tuple[LeftOut, ...]:
    """Leave out each criterion, then each expert, each source, each option.

    Args:
        standing: Where the options stand.
        case: The case.
        valued: Option's id to its values.
        judged: Every judgement.
    """
    found = list(_without_criteria(standing, valued))
    by_expert, by_source = _grouped(judged)
    found += [
        _without_judgements(standing, case, valued, "expert", name, gone)
        for name, gone in by_expert.items()
    ]
    found += [
        _without_judgements(standing, case, valued, "source", name, gone)
        for name, gone in by_source.items()
        if name
    ]
    return (*found, *_without_options(standing))


def _grouped(
    judged: Iterable[Judged],
) -> tuple[dict[str, list[Judged]], dict[str, list[Judged]]]:
    """The judgements by judge and by source, by id."""
    by_expert: dict[str, list[Judged]] = {}
    by_source: dict[str, list[Judged]] = {}
    for one in judged:
        by_expert.setdefault(one.judgement.by, []).append(one)
        by_source.setdefault(one.judgement.source, []).append(one)
    return dict(sorted(by_expert.items())), dict(sorted(by_source.items()))


def _without_criteria(standing: Standing, valued: Mapping[str, Valued]) -> Iterable[LeftOut]:
    table = standing.table
    misses = [set(valued[option].misses) for option in table.options]
    for c, criterion in enumerate(table.criteria):
        weights = standing.weights.copy()
        weights[c] = 0.0
        left = float(weights.sum())
        if left <= _NONE:
            yield _impossible(standing, "criterion", criterion, has_all=True)
            continue
        allowed = np.array([not missed - {criterion} for missed in misses], dtype=bool)
        yield _result(standing, "criterion", criterion, table.values @ (weights / left), allowed)


def _without_judgements(
    standing: Standing,
    case: Case,
    valued: Mapping[str, Valued],
    kind: Literal["expert", "source"],
    name: str,
    gone: Sequence[Judged],
) -> LeftOut:
    """What first place is without some judgements."""
    cells: dict[tuple[str, str], set[int]] = {}
    for one in gone:
        cells.setdefault((one.option, one.criterion), set()).add(one.index)
    table = standing.table
    columns = {c: k for k, c in enumerate(table.criteria)}
    rows = {o: i for i, o in enumerate(table.options)}
    totals = standing.totals.copy()
    misses = {option: set(valued[option].misses) for option, _ in cells}
    functions: dict[str, Callable[[float], float]] = {}
    alone = []
    for (option, criterion), indices in cells.items():
        all_there = case.options[option].scores[criterion]
        kept = [j for k, j in enumerate(all_there) if k not in indices]
        weights = [case.expert(j.by).weight for j in kept]
        if not any(weights):
            alone.append((option, criterion))
            continue
        about = case.criteria[criterion]
        score = pool(kept, weights, about.ends).score
        value = functions.setdefault(criterion, value_function(about))(score)
        i, c = rows[option], columns[criterion]
        totals[i] += standing.weights[c] * (value - table.values[i, c])
        least, most = about.at_least, about.at_most
        missed = (least is not None and score < least) or (most is not None and score > most)
        (misses[option].add if missed else misses[option].discard)(criterion)
    if alone:
        return _impossible(standing, kind, name, tuple(alone))
    allowed = table.allowed.copy()
    for option, missed_criteria in misses.items():
        allowed[rows[option]] = not missed_criteria
    return _result(standing, kind, name, totals, allowed)


def _without_options(standing: Standing) -> Iterable[LeftOut]:
    table = standing.table
    three = _three(standing, standing.totals, table.allowed)
    near = {option for tied in three for option in tied}
    for i, option in enumerate(table.options):
        if option not in near:
            yield LeftOut("option", option, standing.first, three, False, False)
            continue
        allowed = table.allowed.copy()
        allowed[i] = False
        first = _first(standing, standing.totals, allowed)
        then = _three(standing, standing.totals, allowed)
        changed = set(first) != set(standing.first) - {option}
        yield LeftOut("option", option, first, then, changed, then != three)


def _result(
    standing: Standing,
    kind: Literal["criterion", "expert", "source"],
    name: str,
    totals: Floats,
    allowed: Bools,
) -> LeftOut:
    table = standing.table
    first, three = _first(standing, totals, allowed), _three(standing, totals, allowed)
    return LeftOut(
        kind,
        name,
        first,
        three,
        first != standing.first,
        three != _three(standing, standing.totals, table.allowed),
        tuple(table.options[i] for i in np.flatnonzero(allowed & ~table.allowed)),
        tuple(table.options[i] for i in np.flatnonzero(table.allowed & ~allowed)),
    )


def _impossible(
    standing: Standing,
    kind: Literal["criterion", "expert", "source"],
    name: str,
    alone: tuple[tuple[str, str], ...] = (),
    *,
    has_all: bool = False,
) -> LeftOut:
    three = _three(standing, standing.totals, standing.table.allowed)
    return LeftOut(kind, name, standing.first, three, False, False, alone=alone, has_all=has_all)


def _first(standing: Standing, totals: Floats, allowed: Bools) -> tuple[str, ...]:
    return tuple(sorted(standing.table.options[i] for i in leading(totals, allowed)))


def _three(standing: Standing, totals: Floats, allowed: Bools) -> tuple[tuple[str, ...], ...]:
    return first_places(standing.table, totals, allowed, _THREE)
