"""Searches over several shelves at once, with noes in them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from bot import tasting
from bot.i18n import tongue
from bot.recommender import Recommenders
from embedding.service import EmbeddingService
from embedding.toy import ToyEncoder
from game.model import Server
from game.turn import Turn
from recsys.library import Library
from recsys.nouns import Item, ShelfKind
from recsys.taste import Tastes
from recsys.titles import Titles
from store.baskets import SqlBaskets
from store.engine import Database
from store.opinions import SqlOpinions
from store.shelves import SqlShelves
from store.vectors import SqlVectorStore
from store.work import SqlGameStore

HERE, ANNE = 900, 71
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
FILMS = {
    "No Country for Old Men": "crime",
    "Don't Look Now": "horror",
    **{f"Night {n}": "horror" for n in range(6)},
    **{f"Laughter {n}": "comedy" for n in range(6)},
}
RECIPES = {f"Soup {n}": "vegetables" for n in range(12)}


@dataclass(frozen=True, slots=True)
class Serving:
    """Whoever has the use cases."""

    recommenders: Recommenders


@pytest.fixture(params=[True, False], ids=["meaning", "words"])
def serving(sqlite_database: Database, request: pytest.FixtureRequest) -> Serving:
    """The use cases on fourteen films and twelve recipes, with an encoder and without."""
    with SqlGameStore(sqlite_database).working() as work:
        work.add_server(Server(HERE, "UTC", 7, date(2026, 11, 1)))
        work.commit()
    shelves, opinions = SqlShelves(sqlite_database), SqlOpinions(sqlite_database)
    for name, titles in (("films", FILMS), ("recipes", RECIPES)):
        shelf = shelves.open_shelf(HERE, name, ShelfKind.of(name))
        with shelves.importing(shelf.id) as work:
            work.put_items(
                [Item(shelf.id, title, title, f"It is {x}.", (x,)) for title, x in titles.items()]
            )
            work.commit()
    held = EmbeddingService(ToyEncoder(), SqlVectorStore(sqlite_database, lambda: NOW))

    def encoder() -> EmbeddingService | None:
        return held if request.param else None

    return Serving(
        Recommenders(
            Library(shelves, SqlBaskets(sqlite_database), encoder, lambda: NOW, lambda _: None),
            Tastes(shelves, opinions, encoder, lambda: NOW),
            Titles(shelves, opinions),
        )
    )


def search(serving: Serving, text: str, shelf: str | None = None) -> list[Item]:
    """What `/find` finds."""
    found = tasting.search(serving, Turn(HERE, 1, ANNE), text, shelf, tongue("en"))
    return [item for item, _ in found.items]


@pytest.mark.parametrize("title", ["No Country for Old Men", "Don't Look Now"])
def test_a_title_with_a_no_comes_first(serving: Serving, title: str) -> None:
    """The other shelves take it as a title, too, and do not drown it."""
    assert search(serving, title)[0].title == title
    assert search(serving, f"like {title}")[0].title == title


def test_only_a_no_is_for_the_fullest_shelf(serving: Serving) -> None:
    """It finds what is there and not of that kind; on another shelf where that is named."""
    found = search(serving, "not horror")
    assert found
    assert {item.title for item in found} <= set(FILMS)
    assert "horror" not in {item.tags[0] for item in found}
    assert {item.title for item in search(serving, "not horror", "recipes")} <= set(RECIPES)


def test_a_wish_with_a_no_is_for_all_shelves(serving: Serving) -> None:
    """What is wished for comes first, from whichever shelf."""
    assert search(serving, "comedy, not horror")[0].tags == ("comedy",)
    assert search(serving, "vegetables, not horror")[0].tags == ("vegetables",)


@pytest.mark.parametrize("serving", [True], indirect=True)
def test_typing_a_no(serving: Serving) -> None:
    """What is offered is near to all that was typed, and nothing for being far from some of it."""
    offered = tasting.complete(serving, HERE, "no horror", 10)
    assert any(item.title.startswith("Night") for item in offered)
    assert tasting.complete(serving, HERE, "no country for", 10)[0].title == next(iter(FILMS))
