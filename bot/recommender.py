"""Opens the recommender when it is first used: a bot that only plays words never pays for it."""

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from threading import Lock
from typing import TYPE_CHECKING

from bot.background import Background
from bot.settings import Settings
from game.puzzles import Clock
from store.engine import Database

# These bring SciPy and the encoder's libraries: they are loaded in `_open`.
if TYPE_CHECKING:
    from embedding.service import EmbeddingService
    from recsys.library import Library
    from recsys.taste import Tastes
    from recsys.titles import Titles

_log = logging.getLogger(__name__)

LATELY, MOST_WARMED = timedelta(days=30), 8
"""Of so many shelves that were used so lately models are made at the start."""


@dataclass(frozen=True, slots=True)
class Recommenders:
    """The use cases of shelves and taste."""

    library: "Library"
    tastes: "Tastes"
    titles: "Titles"


class Recommender:
    """The use cases, opened by whoever asks first; safe in threads.

    `host` makes a server known that was not there yet. Texts are encoded in so many `threads`.
    """

    def __init__(
        self,
        settings: Settings,
        database: Database,
        clock: Clock,
        host: Callable[[int], object],
        threads: int = 1,
    ) -> None:
        self._settings, self._database, self._threads = settings, database, threads
        self._clock, self._host = clock, host
        self._lock = Lock()
        self._opened: Recommenders | None = None
        self._encoder: EmbeddingService | None = None
        self._sought = False
        self._seeking = Lock()
        # One thread: models are made one after the other, and hold up nobody.
        self._later = Background("warmer-fit")
        self._warmed = False

    def open(self) -> Recommenders:
        """The use cases; takes a second the first time."""
        with self._lock:
            if self._opened is None:
                self._opened = self._open()
            return self._opened

    def unlearn(self, member_id: int, servers: Sequence[int] | None) -> None:
        """Take a member whom the store forgot out of the models of these servers (None: of all)."""
        if self._opened is not None:
            self._opened.tastes.unlearn(member_id, servers)

    def drop(self, server_id: int) -> None:
        """Give up the models of a server that the store has no more."""
        if self._opened is not None:
            self._opened.tastes.drop(server_id)

    def warm(self) -> None:
        """Have the models of the shelves used lately made in good time, once; returns at once.

        Where no shelf was, nothing is opened.
        """
        warmed, self._warmed = self._warmed, True
        if not warmed:
            self._later.put(self._warm)

    def stop(self) -> None:
        """Make no more models, and give up the one that is being made as soon as can be."""
        self._later.stop()

    def close(self) -> None:
        """The same, and wait a moment for that: a model half made has changed nothing."""
        self._later.close()

    def _warm(self) -> None:
        from store.opinions import SqlOpinions

        since = self._clock() - LATELY
        for shelf_id in SqlOpinions(self._database).used(since, MOST_WARMED):
            use = self.open()
            shelf = use.library.store.shelf_of(shelf_id)
            if shelf is not None:
                use.tastes.warm(shelf)

    def _open(self) -> Recommenders:
        from embedding.linked import nearest_rows
        from recsys.library import Library
        from recsys.taste import Tastes
        from recsys.titles import Titles
        from store.baskets import SqlBaskets
        from store.opinions import SqlOpinions
        from store.shelves import SqlShelves

        shelves, opinions = SqlShelves(self._database), SqlOpinions(self._database)
        baskets = SqlBaskets(self._database)
        library = Library(shelves, baskets, self._service, self._clock, self._host)
        return Recommenders(
            library=library,
            tastes=Tastes(
                shelves, opinions, self._service, self._clock, self._later.put,
                baskets=baskets, check=self._later.check, near=nearest_rows,
            ),
            titles=Titles(shelves, opinions),
        )  # fmt: skip

    def _service(self) -> "EmbeddingService | None":
        """The encoder with what it has encoded so far; None where none is installed."""
        with self._seeking:
            if not self._sought:
                self._encoder = self._seek()
                self._sought = True
            return self._encoder

    def _seek(self) -> "EmbeddingService | None":
        from bot.encoders import EncoderUnset, open_encoder
        from embedding.errors import EmbeddingError
        from embedding.interruptible import Interruptible
        from embedding.service import LETTERS, EmbeddingService
        from recsys.shipped import ShippedEncoder
        from store.vectors import SqlVectorStore

        try:
            encoder = open_encoder(self._settings, threads=self._threads)
        except (EmbeddingError, EncoderUnset) as error:
            _log.info("no encoder, so texts are compared by their words: %s", error)
            return None
        with suppress(ValueError):  # it is of another model than that of our own shelves' vectors
            encoder = ShippedEncoder(encoder)
        letters = LETTERS * -(-self._threads // 2)  # enough for each thread to have its own
        brief = Interruptible(encoder, self._later.check, letters)
        store = SqlVectorStore(self._database, self._clock)
        return EmbeddingService(brief, store, letters=letters)
