"""The languages that servers have chosen, in memory: asked on the loop, they answer at once."""

import asyncio
import logging
from contextlib import suppress

from bot.app import App
from bot.busy import Overloaded
from bot.client import WarmerClient
from game.setup import Setup
from store.errors import StoreError

_log = logging.getLogger(__name__)

EVERY_S = 60.0
"""So often the database is asked what other processes have changed."""


class Languages:
    """Tells the code of the language that a server chose, or None. Belongs to the event loop."""

    def __init__(self, app: App, every_s: float = EVERY_S) -> None:
        self._app = app
        self._every_s = every_s
        self._codes: dict[int, str] = {}
        self._task: asyncio.Task[None] | None = None

    def __call__(self, server_id: int) -> str | None:
        """The language of a server."""
        return self._codes.get(server_id)

    def note(self, setup: Setup) -> None:
        """Know at once what was just set up here."""
        if setup.language is None:
            self._codes.pop(setup.server_id, None)
        else:
            self._codes[setup.server_id] = setup.language

    async def refresh(self) -> None:
        """Read them all; where that fails, what was known is kept."""
        try:
            codes = await self._app.workers.call(self._app.setups.languages)
        except (StoreError, Overloaded) as error:
            _log.warning("languages: not this time: %r", error)
            return
        self._codes = dict(codes)

    async def start(self) -> None:
        """Read them now, and again and again."""
        await self.refresh()
        self._task = asyncio.create_task(self._keep_fresh(), name="languages")

    async def stop(self) -> None:
        """Read them no more."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _keep_fresh(self) -> None:
        while True:
            await asyncio.sleep(self._every_s)
            await self.refresh()


def add_languages(client: WarmerClient) -> Languages:
    """Let the client speak the language of each server."""
    languages = Languages(client.app)
    client.languages = languages
    client.after_login(languages.start)
    client.before_closing(languages.stop)
    return languages
