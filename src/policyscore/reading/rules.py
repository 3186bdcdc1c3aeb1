"""The rules that findings belong to: a stable code and a name for each.

Families: PS1xx reading a file, PS2xx the structure of one file, PS3xx references between files,
PS4xx decision quality (a valid case that is badly built), PS5xx the settings of rules and editors.
Codes are never reused; a rule that goes leaves a gap.
"""

from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]


class Rule(NamedTuple):
    """What a finding is an instance of.

    Attributes:
        code: Stable code, `PS` and three digits.
        name: Stable name, lower-case words joined by hyphens.
        severity: How grave a finding of it is unless said otherwise.
    """

    code: str
    name: str
    severity: Severity = "error"

    @property
    def can_be_set(self) -> bool:
        """Whether a case may choose its severity: a case that breaks it can be ranked anyway."""
        return self.code.startswith("PS4") or self.severity != "error"


DUPLICATE_KEY = Rule("PS101", "duplicate-key")
YAML_SYNTAX = Rule("PS102", "yaml-syntax")
ALIAS = Rule("PS103", "alias")
TAG = Rule("PS104", "tag")
SEVERAL_DOCUMENTS = Rule("PS105", "several-documents")
EMPTY_FILE = Rule("PS106", "empty-file")
NOT_A_MAPPING = Rule("PS107", "not-a-mapping")
TOO_DEEP = Rule("PS108", "too-deep")
TOO_LARGE = Rule("PS109", "too-large")
NOT_UTF8 = Rule("PS110", "not-utf-8")
CONTROL_CHARACTER = Rule("PS111", "control-character")
NOT_A_FILE = Rule("PS112", "not-a-regular-file")
OUTSIDE_CASE = Rule("PS113", "outside-the-case")
UNREADABLE = Rule("PS114", "unreadable-file")
BAD_KEY = Rule("PS115", "bad-key")
FILE_NAME = Rule("PS116", "file-name")
NAME_CLASH = Rule("PS117", "name-clash")
MISSING_FILE = Rule("PS118", "missing-file")

UNKNOWN_KEY = Rule("PS201", "unknown-key")
MISSING_KEY = Rule("PS202", "missing-key")
WRONG_TYPE = Rule("PS203", "wrong-type")
NOT_A_NUMBER = Rule("PS204", "not-a-number")
UNKNOWN_WORD = Rule("PS205", "unknown-word")
BAD_ID = Rule("PS206", "bad-id")
VERSION = Rule("PS207", "unsupported-version")
BAD_TEXT = Rule("PS208", "bad-text")
OUT_OF_RANGE = Rule("PS209", "out-of-range")
SCALE = Rule("PS210", "scale")
VALUE_FUNCTION = Rule("PS211", "value-function")
JUDGEMENT_ORDER = Rule("PS212", "judgement-order")
JUDGEMENT_INCOMPLETE = Rule("PS213", "judgement-incomplete")
JUDGE_TWICE = Rule("PS214", "judge-twice")
DUPLICATE_ID = Rule("PS215", "duplicate-id")
DUPLICATE_ITEM = Rule("PS216", "duplicate-item")
WEIGHING_WAY = Rule("PS217", "weighing-way")
TOO_MANY = Rule("PS218", "too-many-findings")
COMPARISON = Rule("PS219", "comparison")
TOO_FINE = Rule("PS220", "too-much-to-weigh")
JUDGEMENT_FORMS = Rule("PS221", "judgement-forms")

UNKNOWN_CRITERION = Rule("PS301", "unknown-criterion")
UNKNOWN_EXPERT = Rule("PS302", "unknown-expert")
UNKNOWN_SOURCE = Rule("PS303", "unknown-source")
UNKNOWN_OPTION = Rule("PS304", "unknown-option")
UNKNOWN_PROFILE = Rule("PS305", "unknown-profile")
MISSING_SCORE = Rule("PS306", "missing-score")
OFF_SCALE = Rule("PS307", "score-off-scale")
SELF_REFERENCE = Rule("PS308", "self-reference")
CONTRADICTION = Rule("PS309", "contradiction")
NO_EXPERT_WEIGHT = Rule("PS310", "no-expert-weight")
MISSING_WEIGHT = Rule("PS311", "missing-weight")
WEIGHTS_ALL_ZERO = Rule("PS312", "weights-all-zero")
SWING_NOT_ANCHORED = Rule("PS313", "swing-not-anchored", "warning")
WEIGHED_TWICE = Rule("PS314", "weighed-twice")
UNCONNECTED = Rule("PS315", "unconnected-comparisons")
INCONSISTENT = Rule("PS316", "inconsistent-judgements", "warning")
CONFLICTING_RANGES = Rule("PS317", "conflicting-ranges")
BEYOND_NINE = Rule("PS318", "beyond-nine", "warning")
GROUP_OF_ITSELF = Rule("PS319", "group-of-itself")
BEYOND_SCALE = Rule("PS320", "beyond-the-scale", "warning")

NARROW_CRITERION = Rule("PS401", "narrow-criterion", "warning")
TWIN_CRITERIA = Rule("PS402", "twin-criteria", "warning")
DOMINATED_OPTION = Rule("PS403", "dominated-option", "warning")
HIDDEN_VETO = Rule("PS404", "hidden-veto", "warning")
NO_STANCE = Rule("PS405", "no-stance", "warning")
AUTHOR_ALONE = Rule("PS406", "author-alone", "warning")
NO_REASON = Rule("PS407", "no-reason", "warning")
NO_LOCATOR = Rule("PS408", "no-locator", "warning")
BARE_ANCHORS = Rule("PS409", "bare-anchors", "warning")
ZERO_WEIGHT = Rule("PS410", "zero-weight", "warning")
SPLITTING_BIAS = Rule("PS411", "splitting-bias", "warning")
STALE_WEIGHTS = Rule("PS412", "stale-weights", "warning")
VAGUE_LIKELIHOOD = Rule("PS413", "vague-likelihood", "warning")
MIXED_CONFIDENCE = Rule("PS414", "mixed-confidence", "warning")
UNEQUAL_JUDGING = Rule("PS415", "unequal-judging", "warning")
MANY_UNKNOWNS = Rule("PS416", "many-unknowns", "warning")
UNUSED_SOURCE = Rule("PS417", "unused-source", "warning")
SAME_PROFILE = Rule("PS418", "same-profile", "warning")

UNKNOWN_RULE = Rule("PS501", "unknown-rule")
UNUSED_SETTING = Rule("PS502", "unused-setting", "warning")
FIXED_SEVERITY = Rule("PS503", "fixed-severity")
STALE_SCHEMA = Rule("PS504", "stale-schema", "warning")


def all_rules() -> list[Rule]:
    """Every rule there is, by code."""
    return sorted(value for value in globals().values() if isinstance(value, Rule))
