"""What the schemas accept is what the program accepts, but for differences listed and explained."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest
from editor_cases import findings_with, schemas_with
from schema_corpus import BAD, BAD_HERE, CASE, DIFFERENCES, GOOD, OPTION, WEIGHTS, Sample
from schema_peers import refused

from policyscore.editors.json_schema import schema_for

KIND = {CASE: "case", OPTION: "option", WEIGHTS: "weights"}
UNSEEN = [(sample, difference) for difference in DIFFERENCES for sample in difference.samples]
ALL = [*GOOD, *BAD, *BAD_HERE, *(sample for sample, _ in UNSEEN)]


class Refused(NamedTuple):
    """The samples that check-jsonschema refuses, by the schemas of every case and of this one."""

    anywhere: set[Sample]
    here: set[Sample]


@pytest.fixture(scope="module")
def verdict(tmp_path_factory: pytest.TempPathFactory) -> Refused:
    anywhere = {kind: schema_for(kind) for kind in KIND.values()}
    return Refused(
        *(
            {
                sample
                for path, kind in KIND.items()
                for sample in judge(schemas[kind], path, tmp_path_factory.mktemp(kind))
            }
            for schemas in (anywhere, schemas_with())
        )
    )


def judge(schema: dict[str, object], path: str, place: Path) -> Iterable[Sample]:
    samples = {f"{number}.yaml": s for number, s in enumerate(ALL) if s.path == path}
    wrong = refused(schema, {name: sample.text for name, sample in samples.items()}, place)
    return [samples[name] for name in wrong]


def errors(sample: Sample) -> set[str]:
    """The codes of the errors that the program finds in a sample."""
    found = findings_with({sample.path: sample.text})
    return {f.rule.code for f in found if f.severity == "error" and f.path == sample.path}


def name(value: object) -> str | None:
    return value.text[-70:] if isinstance(value, Sample) else None


def test_no_sample_stands_twice() -> None:
    assert len(set(ALL)) == len(ALL)


@pytest.mark.parametrize("sample", GOOD, ids=name)
def test_what_is_good_is_accepted_by_all(sample: Sample, verdict: Refused) -> None:
    assert errors(sample) == set()
    assert sample not in verdict.anywhere
    assert sample not in verdict.here


@pytest.mark.parametrize("sample", BAD, ids=name)
def test_what_is_bad_in_any_case_is_refused_by_all(sample: Sample, verdict: Refused) -> None:
    assert errors(sample) != set()
    assert sample in verdict.anywhere
    assert sample in verdict.here


@pytest.mark.parametrize("sample", BAD_HERE, ids=name)
def test_what_is_bad_in_this_case_is_refused_by_its_own_schemas(
    sample: Sample, verdict: Refused
) -> None:
    assert {code[:3] for code in errors(sample)} == {"PS3"}
    assert sample not in verdict.anywhere
    assert sample in verdict.here


@pytest.mark.parametrize(("sample", "difference"), UNSEEN, ids=name)
def test_a_listed_difference_is_one(sample: Sample, difference: object, verdict: Refused) -> None:
    seen_here = next(d.seen_here for d in DIFFERENCES if d is difference)
    assert errors(sample) != set()
    assert sample not in verdict.anywhere
    assert (sample in verdict.here) == seen_here
