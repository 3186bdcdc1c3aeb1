"""The fewest steps of a stair, and the fewest single heights, that are more than a target.

A low lifts all names above it in an order, as a step lifts what lies under it: so lows that
conflict with each other are steps whose area is too large, and so are, upside down, highs.
"""

from bisect import bisect_right
from collections import deque
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

MOST_EFFORT = 300_000
"""Times to go on to a step, each about two microseconds."""

Step = tuple[int, int]
"""How far a step reaches from the start, and its height. Reaches grow, heights fall."""


def fewest_steps(
    steps: Sequence[Step], singles: Sequence[int], target: int
) -> tuple[list[int], int, bool] | None:
    """Choose as few steps and singles as possible with more area than the target.

    Args:
        steps: A stair. Chosen steps reach down to the start, so the area of a choice is what is
            under the highest of them at each place.
        singles: Areas to be had apart from the stair, the largest first, > 0.
        target: What to exceed.

    Returns:
        The indexes of the chosen steps, the number of the singles, and whether no choice is
        smaller (True), or only nothing can be left out of this one (False, where very many of
        very many steps are needed); None if all together are not enough.
    """
    sums = [0, *accumulate(singles)]
    if sums[-1] + _area(steps) <= target:
        return None
    best = len(steps) + len(singles), [*range(len(steps))], len(singles)
    if sums[-1] > target:
        count = bisect_right(sums, target)
        best = count, [], count
    areas = {0: 0}
    # chosen[c][i]: the step before i in the best choice of c + 1 steps of which i is the last
    chosen: list[dict[int, int]] = []
    while len(chosen) < len(steps) and len(chosen) + 1 < best[0]:
        if len(chosen) * len(steps) > MOST_EFFORT:
            return _thinned(steps, singles, target)
        areas, before = _longer(steps, areas)
        chosen.append(before)
        last = max(areas, key=areas.__getitem__)
        if sums[-1] + areas[last] > target:
            count = bisect_right(sums, target - areas[last])
            if len(chosen) + count < best[0]:
                best = len(chosen) + count, _path(chosen, last), count
    return best[1], best[2], True


def _longer(
    steps: Sequence[Step], areas: Mapping[int, int]
) -> tuple[dict[int, int], dict[int, int]]:
    """The greatest areas with one step more, by the number of the last, and the number before it.

    To go on from an area a up to the reach r with a step of height h that reaches s gives
    a + (s - r) h: a line in h. Heights fall from step to step, and the less the height, the
    further up is the number whose line is the highest, so all that matters is a hull of lines.
    """
    grown: dict[int, int] = {}
    before: dict[int, int] = {}
    hull: deque[tuple[int, int, int]] = deque()
    reaches = [0, *(reach for reach, _ in steps)]
    for number, (reach, height) in enumerate(steps, start=1):
        if number - 1 in areas:
            _extend(hull, (reaches[number - 1], areas[number - 1], number - 1))
        while len(hull) > 1 and _line(hull[1], height) > _line(hull[0], height):
            hull.popleft()
        if hull:
            grown[number] = reach * height + _line(hull[0], height)
            before[number] = hull[0][2]
    return grown, before


def _line(line: tuple[int, int, int], height: int) -> int:
    reach, area, _ = line
    return area - reach * height


def _extend(hull: deque[tuple[int, int, int]], line: tuple[int, int, int]) -> None:
    """Add a line, and drop those that are then nowhere the highest."""
    while len(hull) > 1:
        (r1, a1, _), (r2, a2, _), (r3, a3, _) = hull[-2], hull[-1], line
        if (a3 - a1) * (r2 - r1) < (a2 - a1) * (r3 - r1):
            break
        hull.pop()
    hull.append(line)


def _path(chosen: Sequence[Mapping[int, int]], last: int) -> list[int]:
    path = []
    for before in reversed(chosen):
        path.append(last - 1)
        last = before[last]
    return path[::-1]


def _area(steps: Sequence[Step]) -> int:
    return sum(
        (reach - behind) * height for (behind, _), (reach, height) in pairwise([(0, 0), *steps])
    )


def _thinned(
    steps: Sequence[Step], singles: Sequence[int], target: int
) -> tuple[list[int], int, bool]:
    """A choice of which nothing can be left out, for stairs too long to find the smallest.

    Once a step cannot be left out it never can, for leaving out others makes it count for more.
    """
    area = _area(steps) + sum(singles)
    count = len(singles)
    while count and area - singles[count - 1] > target:
        count -= 1
        area -= singles[count]
    kept: list[int] = []
    for index, (reach, height) in enumerate(steps):
        behind = steps[kept[-1]][0] if kept else 0
        onward = steps[index + 1][1] if index + 1 < len(steps) else 0
        loss = (reach - behind) * (height - onward)
        if area - loss > target:
            area -= loss
        else:
            kept.append(index)
    return kept, count, False
