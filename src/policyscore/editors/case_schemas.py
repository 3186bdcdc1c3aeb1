"""The schemas of one case: as those of every case, with its own ids, titles and scales."""

from policyscore.editors.enumerations import one_of_ids, put_ids, without_large_examples
from policyscore.editors.facts import CaseFacts, Facts, OptionFacts
from policyscore.editors.fingerprint import fingerprint
from policyscore.editors.forms import JsonSchema
from policyscore.editors.json_schema import schema_for
from policyscore.editors.option_schema import put_option
from policyscore.editors.tidying import tidy
from policyscore.editors.weights_schema import put_weights


def case_schema(kind: str, facts: Facts) -> JsonSchema:
    """The schema of a kind of file in one case.

    Args:
        kind: One of `KINDS`.
        facts: What it is to know of the case.
    """
    made = without_large_examples(schema_for(kind))
    del made["$id"]  # it is another schema than the one of that name
    if isinstance(facts, CaseFacts):
        _put_case(made, facts)
    elif isinstance(facts, OptionFacts):
        put_option(made, facts)
    else:
        put_weights(made, facts)
    made["$comment"] = (
        "Written by `policyscore schema --write` for this case; not to be edited. "
        f"Fingerprint: {fingerprint(kind, facts)}"
    )
    made["description"] = f"{made['description']} Case: {facts.title}"
    return tidy(made)


def _put_case(made: JsonSchema, facts: CaseFacts) -> None:
    properties = made["properties"]
    for key, ids, what in (
        ("baseline", facts.options, "option"),
        ("default-profile", facts.profiles, "profile"),
    ):
        properties[key] = put_ids(properties[key], one_of_ids(ids, what))
