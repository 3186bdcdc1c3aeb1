"""Fingerprints of scales, by which a profile remembers what its weights were elicited on."""

import hashlib
import json

from policyscore.case.header import Criterion

_LENGTH = 8


def fingerprint(criterion: Criterion) -> str:
    """Fingerprint what a weight means: the step between the two ends of the scale.

    Both ends, in number and words, and the direction count; what lies between them does not,
    since a weight is the worth of the whole step.
    """
    low, high = criterion.ends
    content = [criterion.better, low, criterion.scale[low], high, criterion.scale[high]]
    content.append(criterion.unit)
    text = json.dumps(content, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:_LENGTH]
