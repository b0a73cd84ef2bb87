"""Columns that are read out of the file when somebody first asks for them."""

from collections.abc import Callable, Iterator, Sequence
from threading import Lock
from typing import Generic, TypeVar, overload

T = TypeVar("T")


class LazyColumn(Sequence[T], Generic[T]):
    """A sequence of known length whose items are made at the first look; safe between threads.

    Raises whatever `read` raises, and ValueError where it gives another number of items.
    """

    def __init__(self, length: int, read: Callable[[], Sequence[T]]) -> None:
        self._length = length
        self._read = read
        self._items: Sequence[T] | None = None
        self._lock = Lock()

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...

    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        return self._all()[at]

    def __iter__(self) -> Iterator[T]:
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # as for a list

    def _all(self) -> Sequence[T]:
        with self._lock:
            if self._items is None:
                items = self._read()
                if len(items) != self._length:
                    raise ValueError("a column of the word table has a wrong length")
                self._items = items
            return self._items
