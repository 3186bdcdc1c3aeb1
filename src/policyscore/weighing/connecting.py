"""Whether comparisons of pairs connect all that is weighed, without which nothing follows."""

from collections.abc import Iterable, Iterator, Sequence

from policyscore.case.kinds import Where
from policyscore.case.naming import some
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding
from policyscore.weighing.way import Stated


def check_connected(stated: Stated, pairs: Sequence[tuple[str, str]]) -> Iterator[Finding]:
    """Complain if the names fall apart into sets that nothing compares with each other."""
    from policyscore.weighing.comparing.comparisons import separate_sets  # noqa: PLC0415 (rarely needed)

    names = list(dict.fromkeys(name for pair in pairs for name in pair))
    sets = separate_sets(names, pairs)
    if len(sets) > 1:
        first, second = sets[0], sets[1]
        yield stated.document.finding(
            rules.UNCONNECTED,
            stated.where,
            f"Nothing compares {some(first)} with {some(second)}" + _and_more(len(sets) - 2),
            f"Compare one of the first with one of the second, such as `{first[0]}` with "
            f"`{second[0]}`.",
            of_key=True,
        )


def _and_more(sets: int) -> str:
    if sets > 0:
        return f", nor with {sets} more such set{'s' * (sets > 1)}."
    return "."


def first_places(said: Iterable[tuple[Iterable[str], Where]]) -> Iterator[tuple[str, Where]]:
    """Each name that stands in some judgements, once, with the place of the first of them."""
    seen: set[str] = set()
    for names, where in said:
        for name in names:
            if name not in seen:
                seen.add(name)
                yield name, where
