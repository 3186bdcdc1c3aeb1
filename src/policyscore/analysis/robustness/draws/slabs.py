"""How the scores of some options are drawn: the plan, in arrays.

A slab is some options with all criteria; its cells are numbered option by option. A cell of which
every draw is the same is put in place once. The others take one uniform number a draw. Those of a
single judge are drawn kind by kind. In those of several judges the uniform number says whose turn
it is, and where within the judge's part it lies, how that judgement is drawn; no other is.
"""

from dataclasses import dataclass

from policyscore.analysis.robustness.arrays import Bools, Floats, Ints


@dataclass(frozen=True, slots=True)
class Kind:
    """Judgements of one slab with the same kind of distribution, drawn all at once.

    Attributes:
        name: `fixed`, `uniform`, `triangular`, `normal`, `beta`, `betas` or `samples`.
        numbers: The numbers that describe each, arrays of shape (judgements, 1).
        table: What all of them share: the parameters of a beta distribution, or the samples.
            With `betas` each has its own, as its last two numbers.
        uniforms: Which uniform numbers they take; nothing if they take turns.
        cells: Which cells they are of; likewise.
        ends: Where the value stands at the two ends of the scale, if draws may lie beyond them
            and must be cut: two arrays of shape (judgements, 1). None if they cannot.
        judgements: The number of each judgement, for counting cuts.
    """

    name: str
    numbers: tuple[Floats, ...]
    table: tuple[float, ...]
    uniforms: Ints | slice
    cells: Ints | slice
    ends: tuple[Floats, Floats] | None
    judgements: Ints


@dataclass(frozen=True, slots=True)
class Turns:
    """Cells of several judges, and whose turn it is.

    Turns stand in rows. A row has the judgements of a cell, or those of one expert on it, each
    with its part of the numbers from 0 to 1.

    Attributes:
        uniforms: Which uniform numbers the cells take.
        cells: Which cells.
        rows: For each cell and each expert the number of the row, shape (cells, experts); of one
            column if no expert is drawn.
        raised: Where each turn begins, raised by the number of its row, rising, shape (turns,).
        low: Where it begins.
        high: Where it ends; the last of a row is above 1.
        first: The number of the first turn of each row.
        last: That of the last.
        judged: Which judgement it is, numbered through the kinds.
        kind_of: The number of the kind of each judgement.
        starts: The number of the first judgement of each kind, and how many there are.
        kinds: The judgements.
    """

    uniforms: Ints | slice
    cells: Ints | slice
    rows: Ints
    raised: Floats
    low: Floats
    high: Floats
    first: Ints
    last: Ints
    judged: Ints
    kind_of: Ints
    starts: Ints
    kinds: tuple[Kind, ...]


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
        kinds: What is drawn of cells with a single judge.
        turns: What is drawn of the others; None if there are none.
        mapped: What is made of scores afterwards.
        excluded: Which of its options are excluded in every draw, shape (options,).
    """

    first: int
    options: int
    constant: Floats
    uniforms: int
    kinds: tuple[Kind, ...]
    turns: Turns | None
    mapped: tuple[Mapped, ...]
    excluded: Bools
