"""How the scores of some options are drawn: the plan, in arrays.

A slab is some options with all criteria; its cells are numbered option by option. A cell of which
every draw is the same is put in place once. The others take one uniform number a draw. Those of a
single judge are drawn kind by kind; those of several judges layer by layer: the uniform number
says which judge it is, and where within the judge's part, how the judge's distribution is drawn.
"""

from dataclasses import dataclass

from policyscore.analysis.robustness.arrays import Bools, Floats, Ints


@dataclass(frozen=True, slots=True)
class Parts:
    """Which part of a uniform number means which judge, for cells of several judges.

    Attributes:
        low: Where the judge's part begins, shape (cells, 1).
        high: Where it ends; the last judge's is above 1.
        own_low: Where it begins among what the same judge says of the cell.
        own_high: Where it ends there.
        expert: The judge's number among the experts, or -1.
        heard: For each cell and expert, whether the expert judges it, shape (cells, experts).
    """

    low: Floats
    high: Floats
    own_low: Floats
    own_high: Floats
    expert: Ints
    heard: Bools


@dataclass(frozen=True, slots=True)
class Kind:
    """Judgements of one slab with the same kind of distribution, drawn all at once.

    Attributes:
        name: `fixed`, `uniform`, `triangular`, `normal`, `beta`, `betas` or `samples`.
        numbers: The numbers that describe each, arrays of shape (judgements, 1).
        table: What all of them share: the parameters of a beta distribution, or the samples.
            With `betas` each has its own, as its last two numbers.
        uniforms: Which uniform numbers they take.
        cells: Which cells they are of.
        ends: Where the value stands at the two ends of the scale, if draws may lie beyond them
            and must be cut: two arrays of shape (judgements, 1). None if they cannot.
        parts: Which part of the uniform numbers is theirs; None if all of it is.
        judgements: The number of each judgement, for counting cuts.
    """

    name: str
    numbers: tuple[Floats, ...]
    table: tuple[float, ...]
    uniforms: Ints | slice
    cells: Ints | slice
    ends: tuple[Floats, Floats] | None
    parts: Parts | None
    judgements: Ints


@dataclass(frozen=True, slots=True)
class Mapped:
    """Cells of one criterion that are drawn as scores, then checked, then made into values.

    Attributes:
        cells: Which cells.
        options: Which options of the slab they are of.
        scores: The points of the value function, on a scale from 0 to 1.
        values: The value at each.
        at_least: The least score that is not excluded, or None.
        at_most: The greatest, or None.
    """

    cells: Ints
    options: Ints
    scores: Floats
    values: Floats
    at_least: float | None
    at_most: float | None


@dataclass(frozen=True, slots=True)
class Slab:
    """How the scores of some options are drawn.

    Attributes:
        first: The number of the first of its options.
        options: How many options it has.
        constant: The value of every cell that does not vary, 0 for others, shape (cells, 1).
        uniforms: How many uniform numbers a draw takes.
        kinds: What is drawn, in order.
        mapped: What is made of scores afterwards.
        excluded: Which of its options are excluded in every draw, shape (options,).
    """

    first: int
    options: int
    constant: Floats
    uniforms: int
    kinds: tuple[Kind, ...]
    mapped: tuple[Mapped, ...]
    excluded: Bools
