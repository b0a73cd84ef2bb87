"""Only what is likely to be new counts as new."""

import numpy as np

from recsys.newness import NEW_SHARE, newness, presumed


def test_what_was_just_added_is_new() -> None:
    """No opinion since makes 1; as many as there are items make ½; an unknown day is before all."""
    given = np.arange(100.0, 104.0)
    found = newness(np.array([200.0, 0.0, 102.0, np.nan]), given)
    assert found.tolist() == [1.0, 0.5, 4 / 6, 0.5]


def test_without_opinions_all_is_new() -> None:
    """On an empty server nothing could have been rated."""
    assert newness(np.array([1.0, np.nan]), np.array([])).tolist() == [1.0, 1.0]
    assert newness(np.array([]), np.array([1.0])).tolist() == []


def test_what_a_file_does_not_mention_is_presumed_new() -> None:
    """A tenth of the items may well be, of two fifths a quarter; what was seen hardly is."""
    unseen = np.arange(100) < 10
    assert presumed(unseen, 900)[[0, 99]].tolist() == [1.0, 0.1]
    many = np.arange(100) < 40
    assert presumed(many, 900)[[0, 99]].tolist() == [NEW_SHARE / 0.4, 0.1]
    assert presumed(np.zeros(0, bool), 0).tolist() == []
