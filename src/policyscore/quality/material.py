"""What the checks of decision quality look at."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from policyscore.case.case import Case
from policyscore.reading.diagnostics import Finding
from policyscore.reading.document import Document
from policyscore.scoring.totals import Valued
from policyscore.weighing.weights import Weights


@dataclass(frozen=True, slots=True)
class Material:
    """A valid case with all that follows from it.

    Attributes:
        case: The case.
        header: Its own file.
        option_document: Gives the file of an option.
        profile_document: Gives the file of a profile.
        weights: Profile's id to its weights.
        valued: Option's id to its scores and values.
    """

    case: Case
    header: Document
    option_document: Callable[[str], Document]
    profile_document: Callable[[str], Document]
    weights: Mapping[str, Weights]
    valued: Mapping[str, Valued]


# A check of the case as a whole, and a check of one option by its id.
CaseCheck = Callable[[Material], Iterator[Finding]]
OptionCheck = Callable[[Material, str], Iterator[Finding]]
