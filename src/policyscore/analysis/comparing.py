"""Comparing two sides: the edits, what each did to every option, and which decide first place."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from policyscore.analysis.attribution import Attribution
from policyscore.analysis.difference import Difference, Lead, Moved
from policyscore.analysis.edits import Edit
from policyscore.analysis.flips import Flip, find_flips, find_pair_flip
from policyscore.analysis.matching import Matched, Side, match_sides
from policyscore.analysis.wording import option_title
from policyscore.scoring.ranking import Ranked

Ranks = dict[str, Ranked]
Shares = dict[str, dict[str, float]]


def compare_sides(
    old: Side,
    new: Side,
    *,
    places: int = 1,
    seed: int = 1,
    pair: tuple[str, str] | None = None,
) -> Difference:
    """Find what changed between two sides and what it did.

    Args:
        old: One side.
        new: The other.
        places: At how many of the first places to say which edits changed who stands there.
        seed: The seed, where orders of edits are sampled.
        pair: Two options that both sides have: the lead, the order of the edits and the flip are
            then about the first against the second, not about the front-runner.
    """
    matched = match_sides(old, new)
    both = [key for key in matched.new.options if key in matched.old.options]
    attribution = Attribution(matched.mixtures, both, seed)
    named = matched.renames.options
    before = {named.get(r.option, r.option): r for r in old.ranking.ranked}
    after = {r.option: r for r in new.ranking.ranked}
    rivals = _rivals(before, after) if pair is None else pair
    order = _by_weight(matched.edits, attribution, rivals)
    ids = {index: f"e{place}" for place, index in enumerate(order, 1)}
    by = {
        option: {ids[bit.bit_length() - 1]: share for bit, share in shares.items()}
        for option, shares in attribution.by.items()
    }
    mixtures, backwards = matched.mixtures, order[::-1]
    if pair is None:
        flips = find_flips(mixtures, backwards, places)
    else:
        flip = find_pair_flip(mixtures, backwards, pair)
        flips = [] if flip is None else [flip]
    return Difference(
        old,
        new,
        tuple(replace(matched.edits[index], id=ids[index]) for index in order),
        tuple(matched.idle),
        tuple(_moved(matched, before, after, by)),
        None if rivals is None else _lead(*rivals, before, after, by),
        tuple(_in_order(flip, order) for flip in flips),
        _reordered(before, after, both),
        attribution.method,
    )


def _in_order(flip: Flip, order: Sequence[int]) -> Flip:
    """A flip with its edits numbered as they are shown."""
    place = {index: shown for shown, index in enumerate(order)}
    smallest = [tuple(sorted(place[e] for e in chosen)) for chosen in flip.smallest]
    smallest.sort(key=lambda chosen: (len(chosen), chosen))
    return replace(flip, smallest=tuple(smallest), undo=tuple(sorted(place[e] for e in flip.undo)))


def _by_weight(
    edits: Sequence[Edit], attribution: Attribution, lead: tuple[str, str] | None
) -> list[int]:
    """The edits by number, those first that moved the lead most, then those that moved any gap."""

    def key(index: int) -> tuple[float, float, float, int]:
        bit = 1 << index
        shares = [by.get(bit, 0.0) for by in attribution.by.values()]
        spread = max(shares, default=0.0) - min(shares, default=0.0)
        on_lead = 0.0
        if lead is not None:
            ahead, behind = (attribution.by[option].get(bit, 0.0) for option in lead)
            on_lead = ahead - behind
        comes = edits[index].cause == "options"
        return (-round(abs(on_lead), 9), -round(spread, 9), float(comes), index)

    return sorted(range(len(edits)), key=key)


def _rivals(before: Ranks, after: Ranks) -> tuple[str, str] | None:
    """The new front-runner, and the former one or else the runner-up; both on both sides."""
    firsts = [key for key, ranked in after.items() if ranked.rank == 1 and key in before]
    if not firsts:
        return None
    first = firsts[0]
    former = [k for k, r in before.items() if r.rank == 1 and k in after and k not in firsts]
    if not former:
        former = [k for k, r in after.items() if k != first and r.rank is not None and k in before]
    return (first, former[0]) if former else None


def _lead(
    first: str,
    over: str,
    before: Ranks,
    after: Ranks,
    by: Shares,
) -> Lead:
    mine, theirs = by[first], by[over]
    gaps = [ranks[first].total.value - ranks[over].total.value for ranks in (before, after)]
    shares = {e: mine.get(e, 0.0) - theirs.get(e, 0.0) for e in dict.fromkeys((*mine, *theirs))}
    return Lead(first, over, gaps[0], gaps[1], shares)


def _moved(
    matched: Matched,
    before: Ranks,
    after: Ranks,
    by: Shares,
) -> list[Moved]:
    gone = [key for key in before if key not in after]
    return [
        Moved(
            key,
            option_title(key, matched.new, matched.old),
            before.get(key),
            after.get(key),
            by.get(key, {}),
        )
        for key in (*after, *gone)
    ]


def _reordered(before: Ranks, after: Ranks, both: Sequence[str]) -> int:
    """How many pairs stand in another order; a tie is an order, two excluded options have none."""
    last = max(len(before), len(after)) + 1
    places = [(before[key].rank or last, after[key].rank or last) for key in both]
    return sum(
        ((a > c) - (a < c)) != ((b > d) - (b < d)) and not (a == c == last or b == d == last)
        for (a, b), (c, d) in combinations(places, 2)
    )
