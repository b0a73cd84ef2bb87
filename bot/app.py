"""The composition root: opens everything a driver needs and closes it in reverse."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random, SystemRandom

from bot.settings import Settings
from bot.workers import Workers
from embedding.words.artifact import load_words
from embedding.words.table import WordTable
from game.play import Game, Words
from game.puzzles import Clock, Puzzles
from game.records import Records
from game.scoring import ScoreBook
from game.spelling import Speller
from store.engine import Database, open_database
from store.migrate import require_current, upgrade
from store.work import SqlGameStore


@dataclass(frozen=True, slots=True)
class App:
    """What the drivers call: use cases, and the threads to call them in."""

    settings: Settings
    database: Database
    table: WordTable
    game: Game
    records: Records
    workers: Workers
    clock: Clock


@contextmanager
def open_app(
    settings: Settings, clock: Clock, rng: Random | None = None, *, upgrading: bool = True
) -> Iterator[App]:
    """Open the database (its tables made or brought up to date first) and the game on it.

    With `upgrading` false, older tables are refused instead. Raises StoreError or WordsError.
    """
    table = load_words(settings.words)
    database = open_database(settings.database)
    try:
        (upgrade if upgrading else require_current)(database)
        store = SqlGameStore(database)
        puzzles = Puzzles(store, table, clock, rng or SystemRandom(), settings.time_zone)
        words = Words(table, ScoreBook(table), Speller(table).suggest)
        workers = Workers(settings.workers)
        try:
            yield App(
                settings=settings,
                database=database,
                table=table,
                game=Game(store, puzzles, words, clock),
                records=Records(store, puzzles),
                workers=workers,
                clock=clock,
            )
        finally:
            workers.close()
    finally:
        database.close()
