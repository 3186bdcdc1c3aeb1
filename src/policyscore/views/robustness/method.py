"""Whether what is shown is exact, part by part; of what is not, by how much it may be off."""

from policyscore.views.robustness.scene import Scene
from policyscore.views.robustness.words import counted, points

_PARTS = {
    "first": "first places",
    "ranks": "all ranks",
    "expected-ranks": "expected ranks",
    "pairwise": "comparisons of pairs",
    "central-weights": "central weights",
}


def method(scene: Scene) -> str:
    """What is exact and what is sampled, from how many draws, with the errors of what is shown."""
    found = scene.found
    if found.exact:
        return "Exact: nothing was sampled."
    drawn = f"{counted(found.samples, 'draw', 'draws')} from seed {found.seed}"
    how = f"stopped early, after {drawn}" if found.interrupted else f"sampled: {drawn}"
    exact = [part for part in _PARTS if part in found.exact_parts]
    if "ranks" in exact:
        exact = [part for part in exact if part not in {"first", "expected-ranks"}]
    if exact:
        verb = "was" if found.interrupted else "are"
        how = f"{_listed([_PARTS[part] for part in exact])} are exact; {_rest(scene)} {verb} {how}"
    errors = _errors(scene)
    return f"{how[0].upper()}{how[1:]}{'; ' if errors else ''}{errors}."


def _rest(scene: Scene) -> str:
    """What is not exact, of what is shown."""
    found = scene.found
    if found.interrupted:
        return "the rest"
    if "ranks" not in found.exact_parts:
        return "the other ranks" if "first" in found.exact_parts else "ranks"
    shown = [part for part in _PARTS if part not in found.exact_parts]
    if not scene.has_pairs:
        shown = [part for part in shown if part != "pairwise"]
    return _listed([_PARTS[part] for part in shown]) or "the rest"


def _errors(scene: Scene) -> str:
    """How far the intervals reach of what is sampled and shown."""
    found = scene.found
    pairs = scene.has_pairs and "pairwise" not in found.exact_parts
    width = points(found.pairwise_half_width)
    above = "of how often one option stands above another"
    if "ranks" in found.exact_parts:
        said = f"{above} reaches at most {width} to either side" if pairs else ""
    else:
        said = f"of every share of a rank reaches at most {points(found.half_width)} to either side"
        said += f", that {above} at most {width}" if pairs else ""
    return f"the 95% interval {said}" if said else ""


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if names else ""
