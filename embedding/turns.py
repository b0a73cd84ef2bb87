"""A lock that goes to whoever has waited longest: a long job in small steps holds nobody up."""

from collections import deque
from threading import Lock


class Turns:
    """Handed over in the order it was asked for; `threading.Lock` may stay with who had it last.

    Not reentrant.
    """

    def __init__(self) -> None:
        self._guard = Lock()
        self._held = False
        self._waiting: deque[Lock] = deque()

    def __enter__(self) -> None:
        with self._guard:
            if not self._held:
                self._held = True
                return
            turn = Lock()
            turn.acquire()
            self._waiting.append(turn)
        try:
            turn.acquire()
        except BaseException:  # an interrupted wait must not hold up the others for ever
            self._leave(turn)
            raise

    def __exit__(self, *_: object) -> None:
        self._hand_over()

    def _leave(self, turn: Lock) -> None:
        with self._guard:
            waits = turn in self._waiting
            if waits:
                self._waiting.remove(turn)
        if not waits:
            self._hand_over()

    def _hand_over(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._held = False
