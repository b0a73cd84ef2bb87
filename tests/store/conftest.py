"""A played game in every kind of database, and hands that write at the same instant."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest

from game.model import Puzzle, PuzzleKind, Server
from store.engine import Database
from store.work import SqlGameStore

Together = Callable[[int, Callable[[int], Any]], list[Any]]


@pytest.fixture
def server() -> Server:
    """A server to play on."""
    return Server(11, "Europe/Berlin", 2**62 + 3, date(2026, 5, 1))


@pytest.fixture
def add_daily(server: Server) -> Callable[[Database], Puzzle]:
    """Stores the server and a daily puzzle of it, and returns the puzzle."""

    def add(database: Database) -> Puzzle:
        puzzle = Puzzle(server.id, PuzzleKind.DAILY, 4, date(2026, 5, 4), "river", "words-1")
        with SqlGameStore(database).working() as work:
            work.add_server(server)
            stored = work.add_puzzle(puzzle)
            work.commit()
        assert stored is not None
        return stored

    return add


@pytest.fixture
def at_once() -> Together:
    """Runs a function of 0 … n - 1 in n threads that all start at the same instant."""

    def run(number: int, function: Callable[[int], Any]) -> list[Any]:
        barrier = threading.Barrier(number)

        def start(index: int) -> Any:
            barrier.wait()
            return function(index)

        with ThreadPoolExecutor(number) as pool:
            return list(pool.map(start, range(number)))

    return run
