"""Opens the recommender when it is first used: a bot that only plays words never pays for it."""

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

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


@dataclass(frozen=True, slots=True)
class Recommenders:
    """The use cases of shelves and taste."""

    library: "Library"
    tastes: "Tastes"
    titles: "Titles"


class Recommender:
    """The use cases, opened by whoever asks first; safe in threads.

    `host` makes a server known that was not there yet.
    """

    def __init__(
        self, settings: Settings, database: Database, clock: Clock, host: Callable[[int], object]
    ) -> None:
        self._settings, self._database = settings, database
        self._clock, self._host = clock, host
        self._lock = Lock()
        self._opened: Recommenders | None = None
        self._encoder: EmbeddingService | None = None
        self._sought = False
        self._seeking = Lock()
        # One thread: models are made one after the other, and hold up nobody.
        self._later = ThreadPoolExecutor(1, "warmer-fit")

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

    def close(self) -> None:
        """Wait for the model that is being made, and make no other one."""
        self._later.shutdown(cancel_futures=True)

    def _open(self) -> Recommenders:
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
                shelves, opinions, self._service, self._clock, self._soon, baskets=baskets
            ),
            titles=Titles(shelves, opinions),
        )

    def _soon(self, work: Callable[[], object]) -> None:
        def done() -> None:
            try:
                work()
            except Exception:  # noqa: BLE001  # the model before goes on serving
                _log.exception("a model could not be made")

        try:
            self._later.submit(done)
        except RuntimeError:  # closed in between: the next start makes it
            _log.info("no model is made any more")

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
        from embedding.service import EmbeddingService
        from recsys.shipped import ShippedEncoder
        from store.vectors import SqlVectorStore

        try:
            encoder = open_encoder(self._settings)
        except (EmbeddingError, EncoderUnset) as error:
            _log.info("no encoder, so texts are compared by their words: %s", error)
            return None
        with suppress(ValueError):  # it is of another model than that of our own shelves' vectors
            encoder = ShippedEncoder(encoder)
        return EmbeddingService(encoder, SqlVectorStore(self._database, self._clock))
