"""Times the pictures that are drawn."""

import time
from collections.abc import Callable, Hashable

from bot.metrics import Metrics
from bot.pictures.cache import PictureCache


class TimedCache(PictureCache):
    """Tells of every picture that is drawn, by the first part of its key: its kind."""

    def __init__(self, limit: int, metrics: Metrics) -> None:
        super().__init__(limit)
        self._metrics = metrics

    def get(self, key: Hashable, draw: Callable[[], bytes]) -> bytes:
        """The picture of a key: the kept one, else what `draw` returns or raises."""
        kind = str(key[0]) if isinstance(key, tuple) else "other"

        def timed() -> bytes:
            start = time.perf_counter()
            picture = draw()
            self._metrics.drew(kind, time.perf_counter() - start)
            return picture

        return super().get(key, timed)
