"""PS410, PS412 and PS418: weights of nought, weights gone stale, and profiles alike."""

from collections.abc import Iterator
from math import fsum

from policyscore.quality.material import Material
from policyscore.quality.names import (
    TITLE,
    count,
    criterion_title,
    criterion_titles,
    profile_title,
    weight_place,
)
from policyscore.reading import rules
from policyscore.reading.characters import shorten, visible
from policyscore.reading.diagnostics import Finding
from policyscore.scoring.ranking import TIE
from policyscore.scoring.titles import enumerate_titles
from policyscore.weighing.fingerprint import fingerprint

MOST_RIVALS = 200


def check_zero_weights(material: Material) -> Iterator[Finding]:
    """Find the profiles under which a criterion counts for nothing."""
    case = material.case
    for profile, weights in material.weights.items():
        zero = [key for key, weight in weights.criteria.items() if weight == 0]
        if zero:
            yield material.profile_document(profile).finding(
                rules.ZERO_WEIGHT,
                weight_place(case.profiles[profile].stated, zero[0]),
                f"Under {profile_title(case, profile)} {len(zero)} of "
                f"{count(len(weights.criteria), 'criterion', 'criteria')} "
                f"{'has' if len(zero) == 1 else 'have'} no weight: {criterion_titles(case, zero)}.",
                "Give the step from worst to best the little that it is worth; nought says that "
                "even the worst end would not matter.",
                of_key=True,
            )


def check_scales(material: Material) -> Iterator[Finding]:
    """Find weights that were elicited on other scales than the case has now."""
    case = material.case
    now = {key: fingerprint(criterion) for key, criterion in case.criteria.items()}
    for profile, stated in case.profiles.items():
        then = stated.scales
        if not then:
            continue
        document = material.profile_document(profile)
        title = profile_title(case, profile)
        for key, print_now in now.items():
            if key in then and then[key] != print_now:
                yield document.finding(
                    rules.STALE_WEIGHTS,
                    ("scales", key),
                    f"The weight of {criterion_title(case, key)} under {title} was given on a "
                    f"scale with other ends (`{shorten(visible(then[key]), 20)}`) than the case "
                    f"has now (`{print_now}`).",
                    "Look at the weight again with the ends as they are now, then write "
                    f'`{key}: "{print_now}"`.',
                    of_key=True,
                )
        gone = [key for key in then if key not in now]
        if gone:
            yield document.finding(
                rules.STALE_WEIGHTS,
                ("scales", gone[0]),
                f"{count(len(gone), 'criterion', 'criteria')} of the {len(then)} that {title} was "
                f"weighed on {'is' if len(gone) == 1 else 'are'} no longer in the case: "
                f"{enumerate_titles([f'`{key}`' for key in gone])}.",
                "Look at the weights again without it, then delete its line."
                if len(gone) == 1
                else "Look at the weights again without them, then delete their lines.",
                of_key=True,
            )
        new = [key for key in now if key not in then]
        if new:
            lines = ", ".join(f'`{key}: "{now[key]}"`' for key in new[:12])
            yield document.finding(
                rules.STALE_WEIGHTS,
                ("scales",),
                f"`scales` of {title} leaves out {len(new)} of "
                f"{count(len(now), 'criterion', 'criteria')}: {criterion_titles(case, new)}.",
                f"Look at the weights again with {'it' if len(new) == 1 else 'them'}, then add "
                f"{lines}{', ...' * (len(new) > 12)}.",
                of_key=True,
            )


def check_same(material: Material) -> Iterator[Finding]:
    """Find the profiles with the weights of another one."""
    case = material.case
    rows = {key: tuple(w.criteria.values()) for key, w in material.weights.items()}
    # sums in which each criterion counts differently are close where all the weights are
    sums = {key: fsum(i * w for i, w in enumerate(row, 1)) for key, row in rows.items()}
    order = sorted(rows, key=lambda key: (sums[key], key))
    for place, key in enumerate(order):
        row = rows[key]
        reach = TIE * len(row) * (len(row) + 1)
        for earlier in reversed(order[max(0, place - MOST_RIVALS) : place]):
            if sums[key] - sums[earlier] > reach:
                break
            if all(abs(a - b) <= TIE for a, b in zip(row, rows[earlier], strict=True)):
                first, later = sorted((key, earlier))
                yield material.profile_document(later).finding(
                    rules.SAME_PROFILE,
                    TITLE,
                    f"{profile_title(case, later)} (`{later}`) has the weights of "
                    f"{profile_title(case, first)} (`{first}`) on all "
                    f"{count(len(row), 'criterion', 'criteria')}.",
                    "Keep one of the two, or weigh what sets them apart.",
                    of_key=True,
                )
                break
