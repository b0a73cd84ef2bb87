"""Small worlds of taste."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import numpy as np
import pytest
from numpy.typing import NDArray

from embedding.service import EmbeddingService
from embedding.toy import ToyEncoder
from game.model import Server
from recsys.features import Described, FeatureBasis, ItemFeatures
from recsys.model import TasteModel
from recsys.nouns import Item, Opinion, Shelf, ShelfKind, Verdict
from recsys.opinions import OpinionMatrix
from recsys.taste import Tastes
from store.engine import Database
from store.opinions import SqlOpinions
from store.shelves import SqlShelves
from store.vectors import SqlVectorStore
from store.work import SqlGameStore

RATERS, ITEMS = 30, 60
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
HERE, THERE = 900, 901
HALF = 20


def matrix_of(dense: NDArray[np.float64]) -> OpinionMatrix:
    """The opinions that are not 0."""
    raters, items = np.nonzero(dense)
    return OpinionMatrix.of(raters, items, dense[raters, items], dense.shape)


@pytest.fixture
def matrix() -> Callable[[NDArray[np.float64]], OpinionMatrix]:
    """Makes a sparse matrix of a dense one."""
    return matrix_of


@pytest.fixture
def dense() -> NDArray[np.float64]:
    """Thirty raters' likes and low ratings of sixty items, of which the last ten have none."""
    rng = np.random.default_rng(4)
    made = rng.choice([0, 0, 0, 0.5, 1], size=(RATERS, ITEMS))
    made[:, 50:] = 0
    return made


@pytest.fixture
def features() -> ItemFeatures:
    """Features of sixty items: a text vector, tags, and years of most."""
    rng = np.random.default_rng(5)
    vectors = rng.normal(size=(ITEMS, 12))
    items = [
        Described(
            [f"tag{tag}" for tag in rng.integers(6, size=2)],
            None if row % 7 == 0 else int(rng.integers(1930, 2030)),
        )
        for row in range(ITEMS)
    ]
    return FeatureBasis.of(vectors, items).features(vectors, items)


@pytest.fixture
def make(features: ItemFeatures) -> Callable[[NDArray[np.float64]], TasteModel]:
    """A model fitted at once to dense opinions."""
    return lambda dense: TasteModel(matrix_of(dense.copy()), features)


@pytest.fixture
def shelves(sqlite_database: Database) -> SqlShelves:
    """The store, with two servers known."""
    for server in (HERE, THERE):
        with SqlGameStore(sqlite_database).working() as work:
            work.add_server(Server(server, "UTC", 7, date(2026, 11, 1)))
            work.commit()
    return SqlShelves(sqlite_database)


@pytest.fixture
def fill(shelves: SqlShelves) -> Callable[..., Shelf]:
    """Fills a shelf with two halves of items, each half loved by its own camp of members."""

    def run(server_id: int = HERE, camps: int = 12, name: str = "films") -> Shelf:
        shelf = shelves.open_shelf(server_id, name, ShelfKind.of(name))
        items = [
            Item(shelf.id, f"i{n}", f"{word} {n}", tags=(word, f"t{n % 5}"), year=1980 + n)
            for word, start in (("sea", 0), ("moon", HALF))
            for n in range(start, start + HALF)
        ]
        rng = np.random.default_rng(server_id)
        with shelves.importing(shelf.id) as work:
            work.put_items(items)
            ids = work.ids()
            for camp, start in ((1, 0), (2, HALF)):
                for member in range(camps):
                    liked = start + rng.permutation(HALF - 2)[:9]  # the last two stay cold
                    who = -1000 * camp - member
                    work.put_opinions(
                        [
                            Opinion(shelf.id, who, ids[f"i{n}"], Verdict.LIKE, 4.5, NOW)
                            for n in liked
                        ]
                    )
            work.commit()
        return shelf

    return run


@pytest.fixture
def open_tastes(sqlite_database: Database, shelves: SqlShelves) -> Callable[..., Tastes]:
    """Opens the use cases as another process would."""

    def run(**options: object) -> Tastes:
        service = EmbeddingService(ToyEncoder(), SqlVectorStore(sqlite_database, lambda: NOW))
        values = {"encoder": lambda: service} | options
        return Tastes(shelves, SqlOpinions(sqlite_database), clock=lambda: NOW, **values)  # type: ignore[arg-type]  # by name

    return run


@pytest.fixture
def tastes(open_tastes: Callable[..., Tastes]) -> Tastes:
    """The use cases, with models made at once."""
    return open_tastes()
