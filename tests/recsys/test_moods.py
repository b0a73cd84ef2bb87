"""Moods and searches on a shelf of four kinds, with and without an encoder."""

from collections.abc import Callable

import numpy as np
import pytest

from recsys.nouns import Item, Shelf, ShelfKind
from recsys.picks import Found, Picks
from recsys.taste import Tastes
from store.shelves import SqlShelves

HERE, ANNE = 900, 71
WITHOUT = {"encoder": lambda: None}
BY_MEANING: dict[str, object] = {}
KINDS = {"horror": 12, "romance": 12, "war": 12, "comedy": 12}


@pytest.fixture
def kinds(shelves: SqlShelves) -> Shelf:
    """A shelf of four kinds of films, a dozen each, whose titles do not tell of them."""
    shelf = shelves.open_shelf(HERE, "films", ShelfKind.FILMS)
    with shelves.importing(shelf.id) as work:
        work.put_items(
            [
                Item(shelf.id, f"{kind}{n}", f"Film {kind[0]}{n}", f"It is {kind}.", (kind,))
                for kind, number in KINDS.items()
                for n in range(number)
            ]
        )
        work.commit()
    return shelf


def tags_of(found: Found | Picks) -> list[str]:
    """What kind each thing found or recommended is of."""
    if isinstance(found, Found):
        return [item.tags[0] for item, _ in found.items]
    return [pick.item.tags[0] for pick in found.picks]


def in_mood(tastes: Tastes, shelf: Shelf, mood: str) -> list[str]:
    """What kinds a list of twelve in a mood has."""
    rng = np.random.default_rng(1)
    return tags_of(
        tastes.recommend(shelf, [ANNE], rng, number=12, mood=mood, dial=0.0, surprise=False)
    )


@pytest.mark.parametrize("how", [BY_MEANING, WITHOUT], ids=["meaning", "words"])
@pytest.mark.parametrize(
    ("mood", "never"),
    [
        ("not horror", "horror"),
        ("no war, please", "war"),
        ("bitte kein Horror", "horror"),
        ("anything but romance", "romance"),
        ("weder Krieg noch Horror", "horror"),
        ("dont want horror", "horror"),
    ],
)
def test_what_a_mood_says_no_to_is_not_on_the_list(
    open_tastes: Callable[..., Tastes], kinds: Shelf, how: dict[str, object], mood: str, never: str
) -> None:
    """Nothing of that kind is there, and a search for the same finds none of it either."""
    tastes = open_tastes(**how)
    assert never not in in_mood(tastes, kinds, mood)
    found = tags_of(tastes.search(kinds, mood, 12))
    assert len(found) == 12
    assert never not in found


@pytest.mark.parametrize("how", [BY_MEANING, WITHOUT], ids=["meaning", "words"])
def test_a_wish_with_a_no_in_it(
    open_tastes: Callable[..., Tastes], kinds: Shelf, how: dict[str, object]
) -> None:
    """What is wished for comes first all the same."""
    tastes = open_tastes(**how)
    assert set(in_mood(tastes, kinds, "war but no romance")) == {"war"}
    assert set(tags_of(tastes.search(kinds, "comedy without horror", 12))) == {"comedy"}


@pytest.mark.parametrize("mood", ["Krieg", "la guerre", "ohne Gewalt, aber mit Krieg"])
def test_german_and_french_moods(tastes: Tastes, kinds: Shelf, mood: str) -> None:
    """Their words are known where the encoder does not know them."""
    assert set(in_mood(tastes, kinds, mood)) == {"war"}


def test_a_no_to_what_nothing_clearly_is(tastes: Tastes, kinds: Shelf) -> None:
    """It still puts what comes nearest to that behind all else."""
    rng = np.random.default_rng(1)
    plain = tastes.recommend(kinds, [ANNE], rng, number=48, dial=0.0, surprise=False)
    bleak = tastes.recommend(kinds, [ANNE], rng, number=48, dial=0.0, surprise=False, mood="no w5")
    assert [x.item for x in plain.picks] != [x.item for x in bleak.picks]


def test_german_noes(tastes: Tastes, kinds: Shelf) -> None:
    """What is not wanted is put in English, too."""
    assert "war" not in in_mood(tastes, kinds, "nichts über Krieg")


def test_titles_with_a_no_are_titles(tastes: Tastes, kinds: Shelf, shelves: SqlShelves) -> None:
    """Who searches for a title on the shelf means it, whatever it says no to."""
    with shelves.importing(kinds.id) as work:
        work.put_items([Item(kinds.id, "no", "No Country for Old Men", "", ("crime",))])
        work.commit()
    for text in ("No Country for Old Men", "no country", "like No Country for Old Men"):
        assert tastes.search(kinds, text, 1).items[0][0].title == "No Country for Old Men"


@pytest.mark.parametrize("how", [BY_MEANING, WITHOUT], ids=["meaning", "words"])
@pytest.mark.parametrize(
    "mood",
    [
        "not horror and comedy",
        "not war and with comedy",
        "no horror for the comedy",
        "isn't it comedy",
    ],
)
def test_a_no_spares_what_is_wished_for(
    open_tastes: Callable[..., Tastes], kinds: Shelf, how: dict[str, object], mood: str
) -> None:
    """What is named beside what is refused, or after no real no, is not kept off a list."""
    assert "comedy" in in_mood(open_tastes(**how), kinds, mood)


def test_what_is_typed_is_the_start_of_a_title(tastes: Tastes, kinds: Shelf) -> None:
    """While a title may be being typed, a no in it rules nothing out."""
    tastes.warm(kinds)
    assert {item.tags[0] for item in tastes.near(kinds, "no horror", 5)} == {"horror"}


def test_an_empty_shelf_claims_nothing(
    open_tastes: Callable[..., Tastes], shelves: SqlShelves
) -> None:
    """Where nothing stands, nothing is found, and not for want of an encoder."""
    empty = shelves.open_shelf(HERE, "books", ShelfKind.BOOKS)
    for how in (BY_MEANING, WITHOUT):
        assert open_tastes(**how).search(empty, "anything") == Found(())
