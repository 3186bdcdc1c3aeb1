"""PS401 narrow-criterion: criteria on which the options hardly differ."""

from quality_cases import broken, criterion, files_of, place

from policyscore.reading.rules import NARROW_CRITERION


def test_scores_that_span_less_than_a_fifth_of_the_scale_are_reported_with_both_ends() -> None:
    (found,) = broken(NARROW_CRITERION, files_of({"wait": {"cost": 40}, "talk": {"cost": 59.9}}))
    assert place(found) == ("policyscore.yaml", "cost")
    assert found.severity == "warning"
    assert found.message == (
        "On Cost the 2 options' scores run only from 40 (Wait) to 59.9 (Talk): 19.9% of the scale "
        "from 0 to 100."
    )
    assert "drop the criterion" in found.hint


def test_a_span_of_a_fifth_is_enough() -> None:
    assert broken(NARROW_CRITERION, files_of({"wait": {"cost": 40}, "talk": {"cost": 60}})) == []


def test_a_span_of_a_fifth_is_enough_on_a_scale_where_the_sum_is_not_exact() -> None:
    narrow = criterion("Share", scale={0: "nobody gains", 1: "everybody gains"})
    options = {"wait": {"share": 0.1}, "talk": {"share": 0.3}}  # 0.3 - 0.1 < 0.2 in floats
    assert broken(NARROW_CRITERION, files_of(options, criteria={"share": narrow})) == []


def test_scores_that_are_all_the_same_are_said_to_be() -> None:
    (found,) = broken(
        NARROW_CRITERION,
        files_of({"wait": {"cost": 30}, "talk": {"cost": 30}, "act": {"cost": 30}}),
    )
    assert found.message == "On Cost all 3 options score 30."


def test_the_pooled_score_counts_and_the_baseline_is_one_of_the_options() -> None:
    two = [{"by": "ann", "likely": 0}, {"by": "bob", "likely": 60}]
    options = {"wait": {"cost": 25}, "talk": {"cost": two}}
    experts = {"ann": {"title": "Ann"}, "bob": {"title": "Bob"}}
    (found,) = broken(NARROW_CRITERION, files_of(options, experts=experts))
    assert "from 25 (Wait) to 30 (Talk): 5.0%" in found.message


def test_a_single_option_is_not_compared_with_itself() -> None:
    assert broken(NARROW_CRITERION, files_of({"wait": {"cost": 30}})) == []


def test_a_criterion_deep_in_the_tree_is_reported_at_its_own_key() -> None:
    inner = {"title": "Money", "criteria": {"cost": criterion("Cost")}}
    tree = {"home": {"title": "Home", "criteria": {"money": inner}}, "gain": criterion("Gain")}
    options = {"wait": {"cost": 1, "gain": 0}, "talk": {"cost": 2, "gain": 90}}
    (found,) = broken(NARROW_CRITERION, files_of(options, criteria=tree))
    assert place(found) == ("policyscore.yaml", "cost")


def test_the_smallest_scale_that_can_be_written_is_no_trouble() -> None:
    tiny = criterion("Trace", scale={0: "none is found", 5e-324: "some is found"})
    options = {"wait": {"trace": 0}, "talk": {"trace": 0}}
    (found,) = broken(NARROW_CRITERION, files_of(options, criteria={"trace": tiny}))
    assert found.message == "On Trace both options score 0."
