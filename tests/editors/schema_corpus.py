"""Small files, good and bad, and where the schemas cannot see what the program sees.

Each sample stands in the place of one file of the case that `init` makes. Ways of weighing are in
`weighing_corpus.py`.
"""

from typing import NamedTuple

import weighing_corpus

OPTION = "options/wait.yaml"
WEIGHTS = "weights/balanced.yaml"
CASE = "policyscore.yaml"


class Sample(NamedTuple):
    """A file.

    Attributes:
        path: Whose place it takes.
        text: What it holds.
    """

    path: str
    text: str


def options_with_score(*scores: str) -> list[Sample]:
    """Options that differ in one score."""
    rest = "deterrence: 30, support: 55"
    return [
        Sample(OPTION, f"title: Wait\nscores: {{escalation-risk: {score}, {rest}}}\n")
        for score in scores
    ]


def options(*lines: str) -> list[Sample]:
    """Options that are good but for a line."""
    scores = "scores: {escalation-risk: 10, deterrence: 30, support: 55}\n"
    return [Sample(OPTION, f"title: Wait\n{line}\n{scores}") for line in lines]


def weights(*lines: str) -> list[Sample]:
    """Profiles with a title."""
    return [Sample(WEIGHTS, f"title: Balanced\n{line}\n") for line in lines]


def criteria(*members: str) -> list[Sample]:
    """Cases with a single criterion or group."""
    return cases(*(f"criteria: {{trust: {member}}}" for member in members))


def cases(*lines: str) -> list[Sample]:
    """Cases that are good but for some lines."""
    head = "policyscore: 1\ntitle: A border incident\nbaseline: wait\n"
    tree = "criteria: {trust: {title: T, better: lower, scale: {0: a, 1: b}}}\n"
    return [
        Sample(CASE, f"{head}{line}\n" + ("" if "criteria:" in line else tree)) for line in lines
    ]


# Good in any case, and in this one.
GOOD = [
    *options_with_score(
        *("40", "0", "100", "0.5", "1e1", "+5", "5.", ".5", "unknown"),
        *("{likely: 4}", "{likely: unknown, because: x}", "{low: 1, high: 3}"),
        "{low: 1, likely: 1, high: 3, by: case-author, because: x, source: cable, at: p4, "
        "confidence: low, basis: stated}",
        "[{by: analyst, likely: 3}]",
        "[{by: analyst, likely: 3}, {by: attache, likely: unknown}, {low: 2, high: 5}]",
        *("{normal: [40, 10]}", "{normal: [0, 0.5], by: analyst, because: x}"),
        *("{beta: [2, 5], low: 0, high: 100}", "{low: 2.5, high: 3, beta: [0.01, 10000]}"),
        *("{samples: [3, 4]}", "{samples: [40, 38.5, 101, -1], because: from a model}"),
        "[{by: analyst, normal: [3, 1]}, {by: attache, samples: [2, 2]}, {likely: 5}]",
    ),
    *options(
        "summary: x",
        "summary: |\n  two\n  lines",
        "tags: []",
        "tags: [a, b-2]",
        "requires: []\nconflicts-with: [patrols, protest]",
        "stances: []",
        "stances: [{expert: analyst, stance: doubts}]",
        "stances: [{expert: case-author, stance: predicts, source: cable, at: p1, because: x}]",
        "# a comment",
    ),
    *weights(
        "points: {escalation-risk: 3, deterrence: 2.5, support: 0}",
        "swing: {escalation-risk: 100, deterrence: 80, support: 40}",
        "by: x\nbecause: |\n  y\n  z\npoints: {escalation-risk: 1, deterrence: 1, support: 1}",
        "points: {security: 1, support: 1}\nwithin: {security: {swing: {escalation-risk: 100, "
        "deterrence: 1}}}",
        "within: {}\npoints: {escalation-risk: 1, deterrence: 1, support: 1}",
        "scales: {support: 3f1c9a52}\npoints: {escalation-risk: 1, deterrence: 1, support: 1}",
        *weighing_corpus.GOOD,
    ),
    *criteria(
        "{title: T, better: lower, scale: {0: a, 1: b}}",
        "{title: T, better: higher, scale: {-1: a, 0.5: b, 1e3: c}, asks: q, unit: u, at-most: 1, "
        "at-least: 0, value: {-1: 0, 1e3: 100}}",
        "{title: G, criteria: {inner: {title: T, better: lower, scale: {100: a, 0: b}}}}",
        "{title: G, criteria: {deep: {title: D, criteria: {inner: {title: T, better: lower, "
        "scale: {0: a, 1: b}}}}}}",
    ),
    *cases(
        "question: q",
        "default-profile: balanced",
        "experts: {}\nsources: {}\nrules: {}",
        "experts: {a: {title: A}, b: {title: B, weight: 0}, c: {title: C, weight: 1.5}}",
        "sources: {a: {title: A, published: 2020-07, by: b, url: u}, b: {title: B, "
        "published: 2020}}",
        "rules: {PS402: {severity: 'off', because: x}, hidden-veto: {severity: info, because: y}}",
    ),
]

# Bad in any case.
BAD = [
    *options_with_score(
        *('"40"', "unkown", "Unknown", "true", "null", "", "no", "yes", "1:30", "40 %", "1,5"),
        *("[]", "[3]", "[unknown]", "{}", "{because: x}", "{likely: null}", "{likely: '4'}"),
        *("{likley: 3}", "{low: 3}", "{high: 3}", "{low: 3, likely: 4}", "{likely: []}"),
        *("{likely: unknown, low: 1, high: 2}", "{likely: 3, confidence: certain}"),
        *("{likely: 3, basis: ''}", "{likely: 3, by: No One}", "{likely: 3, by: 5}"),
        *("{likely: 3, at: ''}", "{likely: 3, because: '  '}", "{likely: 3, source: }"),
        *("[{by: analyst, likely: 3}, {by: attache, likly: 3}]", "{low: a, high: b}"),
        *("{likely: 3, at: 4}", "2020-07-01", "{low: unknown, high: 3}"),
        *("{normal: 40}", "{normal: }", "{normal: []}", "{normal: [40]}", "{normal: [40, 5, 1]}"),
        *("{normal: [40, 0]}", "{normal: [40, -1]}", "{normal: [a, 1]}", "{normal: {mean: 4}}"),
        *("{normal: [40, 1], low: 3, high: 50}", "{normal: [40, 1], high: 50}"),
        *("{likely: 40, normal: [40, 1]}", "{likely: unknown, beta: [2, 2], low: 3, high: 5}"),
        *("{normal: [40, 1], samples: [40, 41]}", "{beta: [2, 5], normal: [40, 1]}"),
        *("{beta: [2], low: 3, high: 5}", "{beta: [2, 5, 1], low: 3, high: 5}", "{beta: unknown}"),
        *("{beta: [0, 5], low: 3, high: 5}", "{beta: [2, 10001], low: 3, high: 5}"),
        *("{beta: [2, 5], low: 3}", "{beta: [2, 5], high: 3}", "{beta: ['2', 5]}"),
        *("{samples: []}", "{samples: [3]}", "{samples: 3}", "{samples: [3, unknown]}"),
        *("{samples: [3, 4], low: 3, high: 4}", "{samples: [3, 4], likely: 3}"),
        *("{samples: [3, [4]]}", "[{samples: [3]}]", "{norml: [40, 10]}", "{sample: [3, 4]}"),
        "{samples: [" + "3, " * 10_001 + "]}",
    ),
    *options(
        "sumary: x",
        "summary:",
        "summary: ''",
        "summary: 5",
        "tags: economic",
        "tags: [Economic]",
        "tags: [a, a]",
        "tags: [1]",
        "requires: [[protest]]",
        "requires: {protest: }",
        "requires: [protest, protest]",
        "stances: {expert: analyst, stance: doubts}",
        "stances: [analyst]",
        "stances: [{expert: analyst}]",
        "stances: [{stance: doubts}]",
        "stances: [{expert: analyst, stance: doubtful}]",
        "stances: [{expert: analyst, stance: doubts, why: x}]",
        "title: Wait again",
    ),
    Sample(OPTION, "title: Wait\n"),
    Sample(OPTION, "scores: {escalation-risk: 10, deterrence: 30, support: 55}\n"),
    Sample(OPTION, "title: Wait\nscores: 5\n"),
    Sample(OPTION, "title: Wait\nscores: []\n"),
    Sample(OPTION, "title: Wait\nscores:\n"),
    Sample(OPTION, "title: Wait\nscores: {Escalation Risk: 5}\n"),
    Sample(OPTION, f"title: {'x' * 301}\nscores: {{a: 1}}\n"),
    Sample(OPTION, "title: >\n  a\n\n  b\nscores: {a: 1}\n"),
    Sample(OPTION, "title: 5\nscores: {a: 1}\n"),
    Sample(OPTION, ""),
    Sample(OPTION, "- a\n- b\n"),
    Sample(OPTION, "text\n"),
    Sample(OPTION, "title: 'x\n"),
    *weights(
        "",
        "points:",
        "points: {}",
        "points: 5",
        "points: [support]",
        "points: {support: -1}",
        "points: {support: '1'}",
        "points: {support: }",
        "points: {Support: 1}",
        "swign: {support: 1}",
        "points: {support: 1}\nswing: {support: 100}",
        "points: {security: 1, support: 1}\nwithin:",
        "points: {security: 1, support: 1}\nwithin: [security]",
        "points: {security: 1, support: 1}\nwithin: {security: }",
        "points: {security: 1, support: 1}\nwithin: {security: {}}",
        "points: {security: 1, support: 1}\nwithin: {security: {title: x, points: {a: 1}}}",
        "points: {security: 1, support: 1}\nwithin: {security: {points: {deterrence: -1}}}",
        "points: {security: 1, support: 1}\nwithin: {security: {points: {deterrence: 1}, "
        "swing: {deterrence: 100}}}",
        "by: ''\npoints: {escalation-risk: 1, deterrence: 1, support: 1}",
        "by: 5\npoints: {escalation-risk: 1, deterrence: 1, support: 1}",
        "scales: {support: }\npoints: {escalation-risk: 1, deterrence: 1, support: 1}",
        "scales: x\npoints: {escalation-risk: 1, deterrence: 1, support: 1}",
        *weighing_corpus.BAD,
    ),
    Sample(WEIGHTS, "points: {escalation-risk: 1, deterrence: 1, support: 1}\n"),
    *criteria(
        "5",
        "{}",
        "{title: T}",
        "{title: T, better: lower}",
        "{title: T, better: lowest, scale: {0: a, 1: b}}",
        "{title: T, better: lower, scale: {0: a}}",
        "{title: T, better: lower, scale: {low: a, high: b}}",
        "{title: T, better: lower, scale: [a, b]}",
        "{title: T, better: lower, scale: {0: a, 1: 2}}",
        "{title: T, better: lower, scale: {0: a, 1: }}",
        "{title: T, better: lower, scale: {0: a, 1: b}, value: {0: x, 1: 0}}",
        "{title: T, better: lower, scale: {0: a, 1: b}, value: {0: 100}}",
        "{title: T, better: lower, scale: {0: a, 1: b}, at_most: 1}",
        "{title: T, better: lower, scale: {0: a, 1: b}, at-most: '1'}",
        "{title: G, criteria: {}}",
        "{title: G, criteria: []}",
        "{title: G, criteria: {inner: {title: T}}}",
        "{title: G, better: lower, criteria: {inner: {title: T, better: lower, "
        "scale: {0: a, 1: b}}}}",
        "{criteria: {inner: {title: T, better: lower, scale: {0: a, 1: b}}}}",
    ),
    *cases(
        "criteria: {}",
        "criteria: {Trust: {title: T, better: lower, scale: {0: a, 1: b}}}",
        "criteria: {'true': {title: T, better: lower, scale: {0: a, 1: b}}}",
        f"criteria: {{{'a' * 65}: {{title: T, better: lower, scale: {{0: a, 1: b}}}}}}",
        "question: ''",
        "default-profile: Balanced",
        "experts: [a]",
        "experts: {a: A}",
        "experts: {a: {}}",
        "experts: {'null': {title: A}}",
        "experts: {a: {title: A, weight: -1}}",
        "experts: {a: {title: A, weight: high}}",
        "experts: {a: {title: A, mail: x}}",
        "sources: {a: {published: 2020-07}}",
        "sources: {a: {title: A, published: true}}",
        "sources: {a: {title: A, published: 2020.5}}",
        "rules: {PS402: 'off'}",
        "rules: {PS402: {severity: 'off'}}",
        "rules: {PS402: {severity: none, because: x}}",
        "rules: {PS101: {severity: 'off', because: x}}",
        "rules: {PS999: {severity: 'off', because: x}}",
        "rule: {}",
    ),
    Sample(CASE, "policyscore: 2\ntitle: x\nbaseline: wait\ncriteria: {a: {title: T}}\n"),
    Sample(CASE, "title: x\nbaseline: wait\ncriteria: {a: {title: T}}\n"),
]

# Good in some case, but not in this one.
BAD_HERE = [
    *options_with_score(
        *("140", "-1", "{likely: 140}", "{low: -3, high: 3}", "{low: 3, high: 103}"),
        *("{likely: 3, by: nobody}", "{likely: 3, source: telegram}"),
        *("[{by: analyst, likely: 3}, {by: attache, likely: 300}]",),
        *("{normal: [101, 1]}", "{normal: [-0.5, 0.1]}", "{beta: [2, 5], low: -1, high: 50}"),
        *("{beta: [2, 5], low: 1, high: 101}", "[{by: analyst, normal: [300, 1]}]"),
    ),
    *options(
        "requires: [escape]",
        "conflicts-with: [escape]",
        "stances: [{expert: nobody, stance: doubts}]",
        "stances: [{expert: analyst, stance: doubts, source: telegram}]",
    ),
    Sample(OPTION, "title: Wait\nscores: {}\n"),
    Sample(OPTION, "title: Wait\nscores: {escalation-risk: 1, deterrence: 1}\n"),
    Sample(OPTION, "title: W\nscores: {escalation-risk: 1, deterence: 1, support: 1}\n"),
    *weights(
        "points: {escalation-rsk: 1, deterrence: 1, support: 1}",
        "points: {security: 1, support: 1}\nwithin: {securty: {points: {deterrence: 1}}}",
        "points: {security: 1, support: 1}\nwithin: {security: {points: {support: 1}}}",
        *weighing_corpus.BAD_HERE,
    ),
    *cases("default-profile: unbalanced"),
    Sample(
        CASE,
        "policyscore: 1\ntitle: x\nbaseline: weit\n"
        "criteria: {trust: {title: T, better: lower, scale: {0: a, 1: b}}}\n",
    ),
]


class Difference(NamedTuple):
    """Files that the program refuses and the schema of any case, or of this one, does not.

    Attributes:
        why: Why the schema does not.
        samples: The files.
        seen_here: Whether the schema of this case refuses them after all.
    """

    why: str
    samples: list[Sample]
    seen_here: bool = False


DIFFERENCES = [
    Difference(
        "JSON Schema does not compare two values of one file.",
        [
            *options_with_score("{low: 60, high: 20}", "{low: 10, likely: 80, high: 20}"),
            *options_with_score(
                "{beta: [2, 5], low: 60, high: 20}", "{beta: [2, 5], low: 6, high: 6}"
            ),
            *options_with_score("[{by: analyst, likely: 3}, {by: analyst, likely: 4}]"),
            *options_with_score("[{likely: 3}, {by: case-author, likely: 4}]"),
            *criteria(
                "{title: T, better: lower, scale: {0: a, 100: b, 50: c}}",
                "{title: T, better: lower, scale: {0: a, 1: b}, at-most: 2}",
                "{title: T, better: lower, scale: {0: a, 1: b}, at-most: 0, at-least: 1}",
                "{title: T, better: lower, scale: {0: a, 1: b}, value: {0: 0, 1: 100}}",
                "{title: G, criteria: {trust: {title: T, better: lower, scale: {0: a, 1: b}}}}",
            ),
            *weights(*weighing_corpus.ANOTHER_VALUE),
        ],
    ),
    Difference(
        "JSON Schema sees one file, and not its name: what else there is to weigh, whether an "
        "option names itself, and which options conflict are not in it.",
        [
            *options("requires: [wait]", "requires: [patrols]\nconflicts-with: [protest]"),
            *weights(
                "points: {support: 1}",
                "points: {escalation-risk: 0, deterrence: 0, support: 0}",
                "points: {security: 1, support: 1}",
                "points: {security: 1, deterrence: 1, support: 1}",
                "points: {escalation-risk: 1, deterrence: 1, support: 1}\n"
                "within: {security: {points: {deterrence: 1, escalation-risk: 1}}}",
                *weighing_corpus.NOT_ALL,
            ),
        ],
    ),
    Difference(
        "A YAML reader gives a validator what an alias, a merge key or a tag stands for.",
        [
            *options("summary: &a x", "tags: &a [x]\nrequires: []", "summary: !!str 5"),
            *options_with_score("!!float 5"),
        ],
    ),
    Difference(
        "Quoted keys and numbers as keys are the same to JSON, which has only texts as keys.",
        criteria("{title: T, better: lower, scale: {'0': a, '1': b}}"),
    ),
    Difference(
        "To JSON Schema, 1.0 is an integer.",
        [
            Sample(
                CASE,
                "policyscore: 1.0\ntitle: x\nbaseline: wait\n"
                "criteria: {trust: {title: T, better: lower, scale: {0: a, 1: b}}}\n",
            ),
            *cases("sources: {a: {title: A, published: 2020.0}}"),
            *weights("cards: [escalation-risk, 2.0, support, deterrence]\nratio: 3"),
        ],
    ),
    Difference(
        "JSON Schema has no calendar.",
        weights(
            "points: {escalation-risk: 1, deterrence: 1, support: 1}\nelicited: {when: 2026-02-30}"
        ),
    ),
    Difference(
        "Only the case tells which names are groups.",
        weights(
            "trade-offs:\n  - support from 0 to 50 is worth security from 0 to 50\n"
            "within: {security: {swing: {escalation-risk: 100, deterrence: 1}}}"
        ),
        seen_here=True,
    ),
    Difference(
        "Only the case tells which scales run from 0 to 1, as a beta distribution without ends.",
        options_with_score("{beta: [2, 5]}", "[{by: analyst, beta: [0.5, 0.5]}]"),
        seen_here=True,
    ),
    Difference(
        "YAML readers find numbers where this program finds text, or numbers too large to be "
        "exact; the scale of a criterion keeps most of them out.",
        options_with_score("1e400", "9" * 20, "-.inf"),
        seen_here=True,
    ),
    Difference(
        "YAML readers find small numbers where this program finds text.",
        options_with_score("010", "0x1A", "1_0", ".nan"),
    ),
]
