"""Finds out what is due and writes it into the outbox."""

import logging
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfoNotFoundError

from game.posts import Agenda, Due, PostStore, dues, horizon

_log = logging.getLogger(__name__)


class Reconciler:
    """Compares what should be in the outbox with what is there. Synchronous: call it in a worker.

    It may run at any time, any number of times and in any number of processes: a unique key lets
    each server's date in once, and how it came to be called does not matter.
    """

    def __init__(self, posts: PostStore) -> None:
        self._posts = posts

    def reconcile(self, now: datetime) -> Sequence[Due]:
        """Put every day that is due by now into the outbox; those due. Raises StoreError."""
        found = [due for item in self._posts.agenda(horizon(now)) for due in _dues(item, now)]
        new = self._posts.plan(found)
        if new:
            _log.info("daily posts: %d due", new)
        for due in found:
            if due.skip is not None:
                _log.warning(
                    "daily post of %s for server %s skipped: %s",
                    due.day, due.server_id, due.skip,
                )  # fmt: skip
        return found


def _dues(item: Agenda, now: datetime) -> list[Due]:
    """The days due on one server, whose setup must not hold up the others."""
    try:
        return dues([item], now)
    except (ZoneInfoNotFoundError, ValueError, OverflowError):
        _log.exception("server %s has a setup that means nothing", item.setup.server_id)
        return []
