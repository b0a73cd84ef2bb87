"""What is said of low ratings as a reason: only what is true of them."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from bot.i18n import tongue
from bot.render.recommend import because_words
from recsys.nouns import Item, Opinion, verdict_of
from recsys.picks import Pick, Reason

ANN = 7
AT = datetime(2026, 11, 21, tzinfo=UTC)


def said(stars: Sequence[float], tags: Sequence[tuple[str, ...]], of: tuple[str, ...]) -> str:
    """Why a thing of these tags is there for who gave others, of those tags, these stars."""
    items = [Item(1, f"r{n}", f"Rated {n}", tags=one, id=n) for n, one in enumerate(tags)]
    own = {
        item.id: Opinion(1, ANN, item.id, verdict_of(given), given, AT)
        for item, given in zip(items, stars, strict=True)
    }
    reasons = tuple(Reason(item, 0.1, ANN) for item in items)
    pick = Pick(Item(1, "x", "X", tags=of, id=99), 0.5, reasons, support=0.1 * len(items))
    return because_words(pick, own, tongue("en"))


def test_unlike_a_dislike() -> None:
    """Where no tag is shared it is named, without a share that might read as a likeness."""
    told = said([0.5], [("crime", "rain")], ("love", "sea"))
    assert told == "unlike **Rated 0** (½), which you did not like"


@pytest.mark.parametrize(
    ("stars", "tags", "of"),
    [
        (0.5, ("crime", "rain"), ("rain", "sea")),
        (3.5, ("crime",), ("love",)),
        (2.5, ("crime",), ("love",)),
        (0.5, (), ("love",)),
        (0.5, ("crime",), ()),
    ],
)
def test_nothing_is_said(stars: float, tags: tuple[str, ...], of: tuple[str, ...]) -> None:
    """What is alike, was not quite disliked, or cannot be told apart by tags, is no reason."""
    assert said([stars], [tags], of) == ""


def test_the_first_that_is_unlike_is_named() -> None:
    """A dislike that shares tags is passed over for one that does not; a like goes before both."""
    tags = [("love",), ("crime",)]
    assert "unlike **Rated 1** (★)" in said([0.5, 1], tags, ("love",))
    told = said([0.5, 1, 5], [*tags, ("sea",)], ("love",))
    assert told == "because you liked **Rated 2** (33 %)"
