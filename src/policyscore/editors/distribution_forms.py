"""The forms of a judgement that stand in place of `likely`: `normal`, `beta`, `samples`."""

from policyscore.case.distribution_checks import (
    FEWEST_SAMPLES,
    LARGEST_SHAPE,
    LEAST_SHAPE,
    MOST_SAMPLES,
)
from policyscore.case.distributions import BETA_ENDS, FORMS
from policyscore.case.naming import plain
from policyscore.editors.facts import Scale
from policyscore.editors.forms import JsonSchema, whole

_TWO: JsonSchema = {"minItems": 2, "maxItems": 2}
_DEVIATION: JsonSchema = {
    "title": "Standard deviation",
    "exclusiveMinimum": 0,
    "errorMessage": "Write a number above 0.",
}


def put_distributions(judgement: JsonSchema) -> None:
    """Put what the model cannot say into the keys of a judgement."""
    mean: JsonSchema = {"title": "Mean"}
    judgement["normal"] |= {
        **_TWO,
        "errorMessage": "Write the mean and the standard deviation, such as [40, 10].",
        "allOf": [{"prefixItems": [mean, _DEVIATION]}],
    }
    judgement["beta"] |= {**_TWO, "errorMessage": "Write two shapes, such as [2, 5]."}
    judgement["beta"]["items"] |= {"minimum": LEAST_SHAPE, "maximum": whole(LARGEST_SHAPE)}
    judgement["samples"] |= {
        "minItems": FEWEST_SAMPLES,
        "maxItems": MOST_SAMPLES,
        "errorMessage": f"Write a list of numbers, {MOST_SAMPLES:,} at the most.",
    }


def distribution_or(otherwise: JsonSchema) -> JsonSchema:
    """That a distribution stands alone, `beta` with its ends if it has any.

    Args:
        otherwise: What holds of a judgement that is not given as a distribution.
    """
    chain = otherwise
    for form in reversed(FORMS):
        others = [name for name in ("likely", *FORMS) if name != form]
        if form != "beta":
            others += ["low", "high"]
        alone = {
            "properties": dict.fromkeys(others, False),
            "errorMessage": f"This does not go with `{form}`.",
        }
        chain = {"if": {"required": [form]}, "then": alone, "else": chain}
    return chain


def distributions_on(scale: Scale, judgement: JsonSchema) -> tuple[JsonSchema, list[JsonSchema]]:
    """What a scale asks of the distributions on it.

    Args:
        scale: The scale.
        judgement: The keys of a judgement on any scale.

    Returns:
        Keys of a judgement, with the mean within the scale; and what else holds of it.
    """
    low, high = whole(scale.low), whole(scale.high)
    mean = {
        "title": "Mean",
        "minimum": low,
        "maximum": high,
        "errorMessage": f"Write a mean from {low} to {high}.",
    }
    normal = {k: v for k, v in judgement["normal"].items() if k != "examples"}
    normal["allOf"] = [{"prefixItems": [mean, _DEVIATION]}]
    samples = {k: v for k, v in judgement["samples"].items() if k != "examples"}
    more: list[JsonSchema] = []
    if (scale.low, scale.high) != BETA_ENDS:
        ends = f"`low: {plain(scale.low)}` and `high: {plain(scale.high)}`"
        needed = {
            "required": ["low", "high"],
            "errorMessage": f"Add the ends, such as {ends}: this scale does not run from 0 to 1.",
        }
        more.append({"if": {"required": ["beta"]}, "then": needed})
    return {"normal": normal, "samples": samples}, more
