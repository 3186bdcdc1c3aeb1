"""PS401: criteria on which the options hardly differ."""

from collections.abc import Iterator

from policyscore.quality.material import Material
from policyscore.quality.names import criterion_places, figure, option_title, short
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding

SHARE = 0.2
_ROUNDING = 1e-9


def check_spread(material: Material) -> Iterator[Finding]:
    """Find the criteria on which the scores span less than a fifth of the scale."""
    case, valued = material.case, material.valued
    if len(valued) < 2:
        return
    places = dict(criterion_places(case.header.criteria))
    for key, criterion in case.criteria.items():
        scores = {option: v.scores[key].score for option, v in valued.items()}
        least = min(scores, key=scores.__getitem__)
        most = max(scores, key=scores.__getitem__)
        low, high = criterion.ends
        share = (scores[most] - scores[least]) / (high - low)
        if share >= SHARE - _ROUNDING:
            continue
        title = short(criterion.title)
        if share < _ROUNDING:
            everyone = f"all {len(scores)}" if len(scores) > 2 else "both"
            message = f"On {title} {everyone} options score {figure(scores[least])}."
        else:
            message = (
                f"On {title} the {len(scores)} options' scores run only from "
                f"{figure(scores[least])} ({option_title(case, least)}) to {figure(scores[most])} "
                f"({option_title(case, most)}): {share:.1%} of the scale from {figure(low)} to "
                f"{figure(high)}."
            )
        yield material.header.finding(
            rules.NARROW_CRITERION,
            places[key],
            message,
            "Judge the options apart where they do differ, narrow the scale to what is plausible "
            "and weigh it again, or drop the criterion.",
            of_key=True,
        )
