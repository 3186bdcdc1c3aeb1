"""Whether options can be taken at all: none may require, even through others, what conflicts."""

from collections.abc import Callable, Iterator, Mapping

from policyscore.case.options import Option
from policyscore.reading import rules
from policyscore.reading.complaints import MOST_FINDINGS
from policyscore.reading.diagnostics import Finding
from policyscore.reading.document import Document

_MOST_STEPS = 6


def check_compatibility(
    document_of: Callable[[str], Document], options: Mapping[str, Option]
) -> Iterator[Finding]:
    """Find the options that require, directly or through others, two that conflict.

    Args:
        document_of: Gives the file of an option.
        options: Option's id to the option.
    """
    against = conflicts(options)
    if not any(against.values()):
        return
    for key in _impossible(options, against)[:MOST_FINDINGS]:
        way, other_way = _shortest_ways(key, options, against)
        ways = [w for w in (way, other_way) if len(w) > 1]
        needed = ", and ".join(_in_words(w) for w in ways)
        names = ["it"] * (len(ways) == 1) + [f"`{w[-1]}`" for w in ways]
        yield document_of(key).finding(
            rules.CONTRADICTION,
            ("requires", options[key].requires.index(way[1])),
            f"The option can never be taken: {needed}, but {' and '.join(names)} conflict.",
            "Drop the requirement or the conflict.",
        )


def _in_words(way: list[str]) -> str:
    """A chain of requirements as a clause; of a long one, its two ends."""
    steps = [f"requires `{step}`" for step in way[1:]]
    if len(steps) > _MOST_STEPS:
        steps[_MOST_STEPS // 2 : -1] = ["..."]
    return "it " + ", which ".join(steps).replace(", which ...", ", ...")


def conflicts(options: Mapping[str, Option]) -> dict[str, set[str]]:
    """Each option to those it conflicts with, whichever of the two says so."""
    against = {
        key: {other for other in option.conflicts_with if other in options and other != key}
        for key, option in options.items()
    }
    for key, option in options.items():
        for other in option.conflicts_with:
            if other in against and other != key:
                against[other].add(key)
    return against


def _impossible(options: Mapping[str, Option], against: Mapping[str, set[str]]) -> list[str]:
    """The options whose requirements contain a conflict.

    All that an option requires is gathered as a set of bits, component by component of the graph
    of requirements (Tarjan 1972), so that long chains and cycles take linear time.
    """
    bit = {key: 1 << number for number, key in enumerate(options)}
    needs: dict[str, int] = {}
    bars: dict[str, int] = {}
    for component in _components(options):
        need = bar = 0
        for key in component:
            need |= bit[key]
            for other in against[key]:
                bar |= bit[other]
            for needed in options[key].requires:
                need |= needs.get(needed, 0)
                bar |= bars.get(needed, 0)
        for key in component:
            needs[key], bars[key] = need, bar
    return [key for key in options if needs[key] & bars[key]]


def _components(options: Mapping[str, Option]) -> Iterator[list[str]]:
    """Strongly connected components of the requirements, required ones first (Tarjan 1972)."""
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []
    open_: set[str] = set()
    for root in options:
        if root in number:
            continue
        work = [(root, iter(options[root].requires))]
        number[root] = lowest[root] = len(number)
        stack.append(root)
        open_.add(root)
        while work:
            key, rest = work[-1]
            for needed in rest:
                if needed not in options:
                    continue
                if needed not in number:
                    number[needed] = lowest[needed] = len(number)
                    stack.append(needed)
                    open_.add(needed)
                    work.append((needed, iter(options[needed].requires)))
                    break
                if needed in open_:
                    lowest[key] = min(lowest[key], number[needed])
            else:
                work.pop()
                if work:
                    parent = work[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[key])
                if lowest[key] == number[key]:
                    cut = stack.index(key)
                    component = stack[cut:]
                    del stack[cut:]
                    open_.difference_update(component)
                    yield component


def _shortest_ways(
    start: str, options: Mapping[str, Option], against: Mapping[str, set[str]]
) -> tuple[list[str], list[str]]:
    """The requirements that lead from `start` to two options that conflict, `start` included."""
    came_from: dict[str, str] = {start: ""}

    def way_to(key: str) -> list[str]:
        way = [key]
        while came_from[way[-1]]:
            way.append(came_from[way[-1]])
        return way[::-1]

    queue = [start]
    for key in queue:
        clash = against[key] & came_from.keys()
        if clash:
            return way_to(key), way_to(min(clash))
        for needed in options[key].requires:
            if needed in options and needed not in came_from:
                came_from[needed] = key
                queue.append(needed)
    raise AssertionError(start)  # only called for options known to be impossible
