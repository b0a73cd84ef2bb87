"""Opens a game store in memory, to read and to write."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from game.memory.reader import MemoryGameReader
from game.memory.state import State
from game.memory.work import MemoryGameWork


class MemoryGameStore:
    """`game.ports.GameStore` in memory; safe to use from several threads, one writer at a time."""

    def __init__(self) -> None:
        self._state = State()
        self._writing = threading.Lock()

    @contextmanager
    def reading(self) -> Iterator[MemoryGameReader]:
        """A consistent view to read from; never waits for a writer."""
        yield MemoryGameReader(self._state)

    @contextmanager
    def working(self) -> Iterator[MemoryGameWork]:
        """A transaction that rolls back on exit unless committed."""
        with self._writing:
            yield MemoryGameWork(self._state.copy(), self._publish)

    def _publish(self, state: State) -> None:
        self._state = state
