"""Choosing a leader: Wikipedia's worked example of the analytic hierarchy process."""

import pytest
from stated_comparisons import printed

from policyscore.weighing.comparing.pairwise_priorities import eigenvector
from policyscore.weighing.comparing.random_index import consistency_ratio

PEOPLE = ("Tom", "Dick", "Harry")
CRITERIA = ("experience", "education", "charisma", "age")
OF_CRITERIA = """
1   4   3   7
1/4 1   1/3 3
1/3 3   1   5
1/7 1/3 1/5 1
"""
OF_PEOPLE = {
    "experience": ("1 1/4 4 \n 4 1 9 \n 1/4 1/9 1", (0.217, 0.717, 0.066)),
    "education": ("1 3 1/5 \n 1/3 1 1/7 \n 5 7 1", (0.188, 0.081, 0.731)),
    "charisma": ("1 5 9 \n 1/5 1 4 \n 1/9 1/4 1", (0.743, 0.194, 0.063)),
    "age": ("1 1/3 5 \n 3 1 9 \n 1/5 1/9 1", (0.265, 0.672, 0.063)),
}


def test_the_weights_of_the_criteria() -> None:
    found = eigenvector(CRITERIA, printed(CRITERIA, OF_CRITERIA))
    weights = {"experience": 0.547, "education": 0.127, "charisma": 0.270, "age": 0.056}
    assert found.weights == pytest.approx(weights, abs=0.001)
    ratio = consistency_ratio(found.lambda_max, 4, table="saaty")
    assert ratio == pytest.approx(0.044, abs=0.0005)


@pytest.mark.parametrize("criterion", CRITERIA)
def test_the_priorities_of_the_people(criterion: str) -> None:
    table, priorities = OF_PEOPLE[criterion]
    found = eigenvector(PEOPLE, printed(PEOPLE, table)).weights
    assert list(found.values()) == pytest.approx(priorities, abs=0.0006)


def test_the_overall_result() -> None:
    weights = eigenvector(CRITERIA, printed(CRITERIA, OF_CRITERIA)).weights
    local = {
        criterion: eigenvector(PEOPLE, printed(PEOPLE, table)).weights
        for criterion, (table, _) in OF_PEOPLE.items()
    }
    overall = {
        person: sum(weights[criterion] * local[criterion][person] for criterion in CRITERIA)
        for person in PEOPLE
    }
    assert overall == pytest.approx({"Tom": 0.358, "Dick": 0.493, "Harry": 0.149}, abs=0.0006)
