"""Dials come back from where other processes and releases left them, or are not used."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from recsys.dials import Dials
from recsys.nouns import Tuning
from recsys.tuned import MODEL, dials_of, tuning_of

FOUND = Dials(regularisation=400.0, lift=2.25)


def test_there_and_back() -> None:
    """What was found on an encoder's texts, or without one, is found again for the same."""
    for encoder in ("toy", None):
        assert dials_of(tuning_of(FOUND, encoder), encoder) == FOUND


@pytest.mark.parametrize(
    ("dials", "expected"),
    [
        ({"lift": 2.0, "of_a_later_release": 3.0}, Dials(lift=2.0)),
        ({"lift": 2.0, "of_a_later_release": "text"}, Dials(lift=2.0)),
        ({"content": 0}, Dials(content=0.0)),
        ({}, Dials()),
    ],
)
def test_names_come_and_go(dials: Mapping[str, object], expected: Dials) -> None:
    """Names that we do not know are left out, missing ones are as by default."""
    found = dials_of(Tuning(MODEL, None, dials), None)
    assert found == expected
    assert isinstance(found.content, float)


@pytest.mark.parametrize(
    "value", [-1.0, float("nan"), float("inf"), 10**400, True, None, "200", [200.0]]
)
def test_values_that_are_no_dials(value: object) -> None:
    """One value that cannot be a dial, and none of them is used."""
    assert dials_of(Tuning(MODEL, None, {"lift": 2.0, "regularisation": value}), None) is None


def test_of_another_model_or_encoder() -> None:
    """Nothing is made of dials that mean something else, or were found on other texts."""
    tuning = tuning_of(FOUND, "toy")
    assert dials_of(replace(tuning, model=MODEL + 1), "toy") is None
    assert dials_of(tuning, "minilm") is None
    assert dials_of(tuning, None) is None
    assert dials_of(None, None) is None
