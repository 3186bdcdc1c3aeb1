"""PS402: pairs of criteria on which the options' values rise and fall together."""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from math import sqrt
from operator import mul

from policyscore.quality.material import Material
from policyscore.quality.names import criterion_places, criterion_title
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding

CORRELATION = 0.95
FEWEST_OPTIONS = 5
MOST_PAIRS = 10
MOST_CRITERIA = 100
_SPREAD = 1e-9


def check_twins(material: Material) -> Iterator[Finding]:
    """Ask of pairs of criteria with nearly the same column whether they measure one thing."""
    case, valued = material.case, material.valued
    if len(valued) < FEWEST_OPTIONS:
        return
    columns = {}
    for key in islice(case.criteria, MOST_CRITERIA):
        column = [v.values[key] for v in valued.values()]
        if max(column) - min(column) > _SPREAD:
            columns[key] = standardise(column)
    pairs = []
    for first, later in combinations(columns, 2):
        r = sum(map(mul, columns[first], columns[later]))
        if r > CORRELATION:
            pairs.append((min(r, 1.0), first, later))
    pairs.sort(key=lambda pair: -pair[0])
    places = dict(criterion_places(case.header.criteria))
    for r, first, later in pairs[:MOST_PAIRS]:
        yield material.header.finding(
            rules.TWIN_CRITERIA,
            places[later],
            f"Over {len(valued)} options the values of {criterion_title(case, later)} and "
            f"{criterion_title(case, first)} rise and fall together (r = {r:.3f}): do the two "
            "measure the same thing, which then counts twice?",
            "If they do, merge them or weigh the two together as one; if not, say in `asks` how "
            "they differ.",
            of_key=True,
        )


def standardise(column: Sequence[float]) -> list[float]:
    """Centre a column and scale it to length 1, so that products of two sum to Pearson's r."""
    mean = sum(column) / len(column)
    centred = [x - mean for x in column]
    length = sqrt(sum(map(mul, centred, centred)))
    return [x / length for x in centred]
