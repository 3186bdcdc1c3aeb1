"""PS409: scales whose anchors are bare labels."""

import re
from collections.abc import Iterator

from policyscore.quality.material import Material
from policyscore.quality.names import count, criterion_places, criterion_title
from policyscore.reading import rules
from policyscore.reading.characters import shorten, visible
from policyscore.reading.diagnostics import Finding
from policyscore.scoring.titles import enumerate_titles

MOST_WORDS = 2
_LABELS = (
    "acceptable all average bad best better big bottom considerable excellent extreme fair "
    "few full good great high higher highest important insignificant large least limited "
    "little low lower lowest major many marginal max maximal maximum mean medium middle "
    "middling mild min minimal minimum minor mixed moderate modest much na negative "
    "negligible neutral nil no none normal not optimal poor positive satisfactory severe "
    "significant slight small some strong substantial sufficient top unacceptable unimportant "
    "unsatisfactory weak worse worst yes zero"
)
_DEGREES = "very quite rather fairly somewhat extremely really so too most"
LABELS = frozenset(_LABELS.split())
DEGREES = frozenset(_DEGREES.split())
_WORD = re.compile(r"\w+")


def check_anchors(material: Material) -> Iterator[Finding]:
    """Find the criteria with anchors in words that two readers would take differently.

    A criterion with a `unit` is measured in it: its numbers say what they mean.
    """
    case = material.case
    places = dict(criterion_places(case.header.criteria))
    for key, criterion in case.criteria.items():
        bare = [(at, words) for at, words in criterion.scale.items() if is_bare(words)]
        if not bare or criterion.unit:
            continue
        labels = enumerate_titles([f"“{shorten(visible(words), 30)}”" for _, words in bare])
        yield material.header.finding(
            rules.BARE_ANCHORS,
            (*places[key], "scale", bare[0][0]),
            f"{len(bare)} of {count(len(criterion.scale), 'anchor')} of "
            f"{criterion_title(case, key)} {'is' if len(bare) == 1 else 'are'} no more than "
            f"{'a label' if len(bare) == 1 else 'labels'}: {labels}.",
            "Say what one would see at that score, so that two readers score alike, or give "
            "the `unit` that the numbers count.",
            of_key=True,
        )


def is_bare(words: str) -> bool:
    """Whether an anchor is nothing but a generic label or a number, of up to two words."""
    found = _WORD.findall(words.lower()[:60])
    if len(found) > MOST_WORDS:
        return False
    return all(word in LABELS or word in DEGREES or word.isdecimal() for word in found)
