"""The bot in a process of its own, for `discord.py` beside it: so its CPU time is its own.

It is told on its input what to do, a word a line, and answers each on its output with a line.
"""

import sys

sys.path.append(sys.path.pop(0))  # this folder has a discord.py, too

import asyncio
import resource
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import discord
import numpy as np

from bot.app import App, open_app
from bot.build import build_client
from bot.i18n import LANGUAGES, tongue
from bot.local.pairing import GUILD_READY_S
from bot.local.server import pointed
from bot.loops import new_loop
from bot.pictures import Studio
from bot.pictures.cache import PictureCache
from bot.settings import Settings
from embedding.hnsw import HnswIndex
from embedding.index import IndexSpec

LOOPS = {"asyncio": asyncio.new_event_loop, "uvloop": new_loop}


@discord.app_commands.command(description="Nothing at all.")
async def empty(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("pong", ephemeral=True)


class Rebuilding:
    """Builds an index of all words again and again, in a thread, while it is on."""

    def __init__(self, app: App) -> None:
        self._vectors = app.table.unit_vectors(np.arange(len(app.table)))
        self._on = threading.Event()
        threading.Thread(target=self._work, daemon=True).start()

    def switch(self) -> None:
        """Turn it on, or off."""
        if self._on.is_set():
            self._on.clear()
        else:
            self._on.set()

    def _work(self) -> None:
        spec, ids = IndexSpec("words", self._vectors.shape[1]), np.arange(len(self._vectors))
        while self._on.wait():
            index, step = HnswIndex(spec), 1000
            for start in range(0, len(ids), step):
                if not self._on.is_set():
                    break
                index.add(ids[start : start + step], self._vectors[start : start + step])


def attend(answers: dict[str, Callable[[], object]]) -> None:
    """Answer what is asked on the input until it ends."""
    for line in sys.stdin:
        print(answers[line.strip()](), flush=True)


async def serve(app: App, url: str, gateway_url: str, token: str) -> None:
    """Run until the input ends."""
    # Every picture is drawn anew, as if nobody had asked for it before.
    client = build_client(
        replace(app, studio=Studio(PictureCache(0))), guild_ready_timeout=GUILD_READY_S
    )
    client.tree.add_command(empty)
    answers = {
        "cpu": time.process_time,
        "memory": lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
        "rebuild": Rebuilding(app).switch,
    }
    with pointed(url, gateway_url):
        async with client:
            run = asyncio.create_task(client.start(token))
            await asyncio.to_thread(attend, answers)
            await client.close()
            await asyncio.gather(run, return_exceptions=True)


def main() -> None:
    database, loop, url, gateway_url, token = sys.argv[1:]
    settings = Settings(_env_file=None, database=database)
    for code in LANGUAGES:  # as `warmer run` does
        tongue(code).load()
    with (
        open_app(settings, lambda: datetime.now(UTC), Random(7)) as app,
        asyncio.Runner(loop_factory=LOOPS[loop]) as runner,
    ):
        runner.run(serve(app, url, gateway_url, token))


if __name__ == "__main__":
    main()
