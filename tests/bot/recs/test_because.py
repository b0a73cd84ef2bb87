"""What is said of low ratings as a reason: only what is true of them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.i18n import tongue
from bot.render.recommend import because_words
from recsys.nouns import Item, Opinion, verdict_of
from recsys.picks import Pick, Reason

ANN = 7
AT = datetime(2026, 11, 21, tzinfo=UTC)


def said(
    stars: Sequence[float], tags: Sequence[tuple[str, ...]], of: tuple[str, ...], **how: Any
) -> str:
    """Why a thing of these tags is there for who gave others, of those tags, these stars."""
    items = [Item(1, f"r{n}", f"Rated {n}", tags=one, id=n) for n, one in enumerate(tags)]
    own = {
        item.id: Opinion(1, ANN, item.id, verdict_of(given), given, AT)
        for item, given in zip(items, stars, strict=True)
    }
    reasons = tuple(Reason(item, 0.1, ANN) for item in items)
    found = Item(1, "x", "X", tags=of, id=99)
    pick = Pick(found, 0.5, reasons, support=0.1 * len(items), **how)
    return because_words(pick, own, tongue("en"), by_mood=pick.wished)


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
    assert told == "because you liked **Rated 2** (33 % of what speaks for it)"


def test_two_shares() -> None:
    """Of two titles both shares are told, and of what they are."""
    told = said([5, 5], [("sea",), ("love",)], ("love",))
    shares = "(50 % and 50 % of what speaks for it)"
    assert told == f"because you liked **Rated 0** and **Rated 1** {shares}"


@pytest.mark.parametrize(("against", "told"), [(0.01, True), (0.05, False), (0.09, False)])
def test_a_share_of_what_is_contested_is_not_told(against: float, told: bool) -> None:
    """Where not little speaks against it as well, a share of what speaks for it says nothing."""
    words = said([5, 5], [("sea",), ("sea",)], ("sea",), against=against)
    assert words.startswith("because you liked **Rated 0** and **Rated 1**")
    assert ("50 %" in words) is told


def test_nearly_all_needs_no_share() -> None:
    """Where one title is nearly all that speaks for a thing, it is named and nothing counted."""
    assert said([5], [("sea",)], ("sea",)) == "because you liked **Rated 0**"


def test_a_mood_is_named_as_the_cause() -> None:
    """What is there for a mood says so, alone or before what of one's taste counted, too."""
    assert said([], [], ("sea",), wished=True) == "for the mood"
    told = said([5], [("sea",)], ("sea",), wished=True)
    assert told == "for the mood, and because you liked **Rated 0**"
    assert said([0.5], [("crime",)], ("love",), wished=True) == "for the mood"
