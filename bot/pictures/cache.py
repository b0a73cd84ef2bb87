"""Keeps finished pictures, so that none is drawn twice."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future


class PictureCache:
    """The pictures last asked for, at most so many bytes of them; safe to use from threads.

    A picture that is being drawn is waited for, not drawn again. One that is larger than the limit
    is given out and not kept.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()
        self._drawing: dict[Hashable, Future[bytes]] = {}
        self._lock = threading.Lock()

    @property
    def size(self) -> int:
        """How many bytes are kept."""
        return self._size

    def get(self, key: Hashable, draw: Callable[[], bytes]) -> bytes:
        """The picture of a key: the kept one, else what `draw` returns or raises."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            drawing = self._drawing.get(key)
            mine = Future[bytes]()
            if drawing is None:
                self._drawing[key] = mine
        if drawing is not None:
            return drawing.result()
        try:
            picture = draw()
        except BaseException as error:
            self._finish(key, mine, None)
            mine.set_exception(error)
            raise
        self._finish(key, mine, picture)
        mine.set_result(picture)
        return picture

    def _finish(self, key: Hashable, mine: Future[bytes], picture: bytes | None) -> None:
        with self._lock:
            if self._drawing.get(key) is mine:
                del self._drawing[key]
            if picture is None or len(picture) > self._limit:
                return
            self._kept[key] = picture
            self._size += len(picture)
            while self._size > self._limit:
                self._size -= len(self._kept.popitem(last=False)[1])
