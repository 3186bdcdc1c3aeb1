"""A slow, plain SMAA-2 of a case's files, for checking the engine: nothing of `src` is used here.

It reads the contents of the files as data, draws scores with `scipy.stats` and weights by rejection
from the simplex, and counts draw by draw. The formulas are those of Lahdelma & Salminen (2001),
"SMAA-2: Stochastic multicriteria acceptability analysis for group decision making", *Operations
Research* 49(3):444-454. Everything is one draw of weights for one draw of scores.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import stats

Floats = NDArray[np.float64]
Data = dict[str, Any]
AUTHOR = "case-author"
SAME = 1e-9


@dataclass(frozen=True)
class Shares:
    """What was counted for one option, in the words of the engine's results."""

    acceptability: Floats
    excluded: float
    central_weights: Floats | None
    central_spread: Floats | None
    expected_rank: float | None
    rank_spread: float
    entropy: float
    holistic: float
    first_draws: float


@dataclass(frozen=True)
class Counted:
    """What was counted of all options; `better` has shape (options, options)."""

    options: dict[str, Shares]
    better: Floats
    draws: int


def leaves(criteria: Data) -> Data:
    """The criteria of a tree of groups, in the order of the file."""
    found: Data = {}
    for key, each in criteria.items():
        found |= leaves(each["criteria"]) if "criteria" in each else {key: each}
    return found


def ends(criterion: Data) -> tuple[float, float]:
    marks = [float(mark) for mark in criterion["scale"]]
    return min(marks), max(marks)


def values(criterion: Data, scores: Floats) -> Floats:
    low, high = ends(criterion)
    if "value" in criterion:
        points = sorted((float(x), float(y)) for x, y in criterion["value"].items())
        return np.asarray(np.interp(scores, [x for x, _ in points], [y for _, y in points]))
    better = (scores - low) / (high - low) * 100
    return 100 - better if criterion["better"] == "lower" else better


def misses(criterion: Data, scores: Floats) -> NDArray[np.bool_]:
    least, most = criterion.get("at-least", -np.inf), criterion.get("at-most", np.inf)
    return np.asarray((scores < least) | (scores > most))


def draw_judgement(
    said: Any, criterion: Data, dice: np.random.Generator, draws: int, *, pert: bool
) -> Floats:
    """Scores that one judge holds possible, cut at the ends of the scale."""
    low, high = ends(criterion)
    said = said if isinstance(said, dict) else {"likely": said}
    if "normal" in said:
        mean, deviation = said["normal"]
        found = stats.norm(mean, deviation).rvs(draws, random_state=dice)
    elif "beta" in said:
        start, stop = said.get("low", 0), said.get("high", 1)
        found = stats.beta(*said["beta"], start, stop - start).rvs(draws, random_state=dice)
    elif "samples" in said:
        found = dice.choice(np.array(said["samples"], dtype=float), draws)
    elif said.get("likely") == "unknown":
        found = stats.uniform(low, high - low).rvs(draws, random_state=dice)
    elif "low" not in said or said["low"] == said["high"]:
        found = np.full(draws, float(said.get("likely", said.get("low", 0))))
    elif "likely" not in said:
        found = stats.uniform(said["low"], said["high"] - said["low"]).rvs(draws, random_state=dice)
    else:
        width = said["high"] - said["low"]
        mode = (said["likely"] - said["low"]) / width
        law = (
            stats.beta(1 + 4 * mode, 5 - 4 * mode, said["low"], width)
            if pert
            else stats.triang(mode, said["low"], width)
        )
        found = law.rvs(draws, random_state=dice)
    return np.asarray(np.clip(found, low, high))


def judge(said: Any) -> str:
    return str(said.get("by", AUTHOR)) if isinstance(said, dict) else AUTHOR


def draw_scores(
    data: Data, dice: np.random.Generator, draws: int, *, pert: bool, together: bool
) -> Floats:
    """Scores, shape (draws, options, criteria)."""
    criteria = leaves(data["header"]["criteria"])
    experts = {key: each.get("weight", 1) for key, each in data["header"]["experts"].items()}
    cells = [
        [each if isinstance(each, list) else [each] for each in map(scores.get, criteria)]
        for scores in data["options"].values()
    ]
    heard = {judge(said) for row in cells for cell in row for said in cell}
    asked = [key for key, weight in experts.items() if key in heard and weight > 0]
    judges = [{judge(said) for said in cell} for row in cells for cell in row]
    if any(AUTHOR in each and each & set(asked) for each in judges):
        experts.setdefault(AUTHOR, 1)  # they are drawn, too, where they judge beside others
        asked.append(AUTHOR)
    turn = np.full(draws, "")
    if together and asked:
        chances = np.array([float(experts[key]) for key in asked])
        turn = np.array(asked)[dice.choice(len(asked), draws, p=chances / chances.sum())]
    found = np.empty((draws, len(cells), len(criteria)))
    for i, row in enumerate(cells):
        for j, (cell, criterion) in enumerate(zip(row, criteria.values(), strict=True)):
            drawn = [draw_judgement(said, criterion, dice, draws, pert=pert) for said in cell]
            counts = np.array([float(experts.get(judge(said), 1)) for said in cell])
            for key in np.unique(turn):
                own = np.array([judge(said) == key for said in cell])
                chances = counts * own if own.any() else counts
                now = np.flatnonzero(turn == key)
                whose = dice.choice(len(cell), len(now), p=chances / chances.sum())
                found[now, i, j] = np.array(drawn)[whose, now]
    return found


def draw_level(stated: Data, members: list[str], dice: np.random.Generator, draws: int) -> Floats:
    """Weights of the members of one level, shape (draws, members), by rejection."""
    if "points" in stated:
        points = np.array([float(stated["points"][key]) for key in members])
        return np.tile(points / points.sum(), (draws, 1))
    order = [place if isinstance(place, list) else [place] for place in stated.get("order", [])]
    single = [[key] for key in members if not any(key in place for place in order)]
    places = [*order, *single]
    sizes = np.array([len(place) for place in places])
    kept: list[Floats] = []
    while sum(map(len, kept)) < draws:
        # Each place's weight times its members is uniform on the simplex, so the weight itself is.
        each = dice.dirichlet(np.ones(len(places)), 20_000) / sizes
        fine = (np.diff(each[:, : len(order)], axis=1) <= 0).all(axis=1)
        for place, key in ((p, key) for p, keys in enumerate(places) for key in keys):
            limits = stated.get("ranges", {}).get(key, "any")
            if limits != "any":
                fine &= each[:, place] >= limits.get("low", 0)
                fine &= each[:, place] <= limits.get("high", 1)
        kept.append(each[fine])
    of = [next(p for p, keys in enumerate(places) if key in keys) for key in members]
    return np.concatenate(kept)[:draws, of]


def draw_tree(
    stated: Data, criteria: Data, dice: np.random.Generator, draws: int
) -> dict[str, Floats]:
    """Weights of leaves under a statement, each of shape (draws,)."""
    top = draw_level(stated, list(criteria), dice, draws)
    found: dict[str, Floats] = {}
    for key, weight in zip(criteria, top.T, strict=True):
        if "criteria" in criteria[key]:
            inside = draw_tree(stated["within"][key], criteria[key]["criteria"], dice, draws)
            found |= {leaf: weight * part for leaf, part in inside.items()}
        else:
            found[key] = weight
    return found


def draw_profile(data: Data, profile: str, dice: np.random.Generator, draws: int) -> Floats:
    """Admissible weights of a profile, shape (draws, criteria)."""
    stated, tree = data["weights"][profile], data["header"]["criteria"]
    if "group" in stated:
        of = stated["group"]["of"]
        mean = sum(s * draw_profile(data, key, dice, draws) for key, s in of.items())
        return np.asarray(mean / sum(of.values()))
    flat = leaves(tree)
    whole = tree if "within" in stated else flat
    drawn = draw_tree(stated, whole, dice, draws)
    return np.array([drawn[key] for key in flat]).T


def draw_any(criteria: int, dice: np.random.Generator, draws: int) -> Floats:
    """Exponential times divided by their sum."""
    times = stats.expon.rvs(size=(draws, criteria), random_state=dice)
    return np.asarray(times / times.sum(axis=1, keepdims=True))


def totals_of(data: Data, scores: Floats, weights: Floats) -> tuple[Floats, NDArray[np.bool_]]:
    """Totals and who is excluded, both of shape (draws, options)."""
    criteria = leaves(data["header"]["criteria"])
    totals, out = np.zeros(scores.shape[:2]), np.zeros(scores.shape[:2], dtype=np.bool_)
    for j, criterion in enumerate(criteria.values()):
        totals += weights[:, j, None] * values(criterion, scores[:, :, j])
        out |= misses(criterion, scores[:, :, j])
    return totals, out


def rank_shares(totals: Floats, out: NDArray[np.bool_]) -> Floats:
    """The share of each rank that each option has in each draw, ties shared.

    Shape (draws, options, ranks); nothing for options that are excluded.
    """
    draws, options = totals.shape
    found = np.zeros((draws, options, options))
    for draw in range(draws):
        inside = np.flatnonzero(~out[draw])
        ordered = inside[np.argsort(-totals[draw, inside], kind="stable")]
        start = 0
        while start < len(ordered):
            stop = start + 1
            while (
                stop < len(ordered)
                and totals[draw, ordered[stop - 1]] - totals[draw, ordered[stop]] < SAME
            ):
                stop += 1
            found[draw, ordered[start:stop], start:stop] = 1 / (stop - start)
            start = stop
    return found


def count(data: Data, scores: Floats, weights: Floats) -> Counted:
    """Count what draws say."""
    totals, out = totals_of(data, scores, weights)
    draws, options = totals.shape
    ranked = rank_shares(totals, out)
    better = np.zeros((options, options))
    for a in range(options):
        for b in range(options):
            gap = totals[:, a] - totals[:, b]
            won = np.where(np.abs(gap) < SAME, 0.5, gap > 0)
            both = ~out[:, a] & ~out[:, b]
            better[a, b] = (np.where(both, won, ~out[:, a] & out[:, b])).mean()
    worth = 1 - np.arange(options) / max(options - 1, 1)
    found = {}
    for i, option in enumerate(data["options"]):
        shares = ranked[:, i].mean(axis=0)
        first = ranked[:, i, 0]
        central = spread = None
        if first.sum() > 0:
            central = first @ weights / first.sum()
            spread = np.sqrt(np.maximum(first @ (weights - central) ** 2 / first.sum(), 0))
        inside = ~out[:, i]
        rank = ranked[inside, i] @ np.arange(1, options + 1)
        found[option] = Shares(
            shares,
            float(out[:, i].mean()),
            central,
            spread,
            float(rank.mean()) if inside.any() else None,
            float(rank.std() / np.sqrt(len(rank))) if inside.any() else 0.0,
            float(stats.entropy([*shares, out[:, i].mean()], base=2)),
            float(shares @ worth),
            float(first.sum()),
        )
    return Counted(found, better, draws)


def first_at(data: Data, scores: Floats, weights: dict[str, float], option: str) -> float:
    """How often an option is first under certain weights: its confidence factor."""
    criteria = leaves(data["header"]["criteria"])
    same = np.tile([weights[key] for key in criteria], (len(scores), 1))
    ranked = rank_shares(*totals_of(data, scores, same))
    return float(ranked[:, list(data["options"]).index(option), 0].mean())
