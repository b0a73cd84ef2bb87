"""What a model has read is not dropped from under it."""

from collections.abc import Callable
from datetime import UTC, datetime

import numpy as np

from recsys.nearness import IDLE
from recsys.nouns import Shelf
from recsys.taste import Tastes
from store.engine import Database
from store.unused import drop_unused

LATER = datetime(2030, 1, 1, tzinfo=UTC)


def test_a_mood_leaves_nothing_to_drop(
    tastes: Tastes, fill: Callable[..., Shelf], sqlite_database: Database
) -> None:
    """Whatever lists and searches had encoded and kept is needed by the next ones, too."""
    shelf = fill()
    tastes.search(shelf, "sea 3")
    tastes.recommend(shelf, [-1000], np.random.default_rng(0), mood="moon")
    assert drop_unused(sqlite_database, LATER, needed=IDLE) == 0
    assert drop_unused(sqlite_database, LATER) == len(IDLE)
