"""A process that posts the daily puzzles once and may die on the way; not a test by itself.

For each line of JSON on the standard input it forks a bot that logs in to the Discord at `port`,
comes round once at the moment `now` and ends, or is killed with SIGKILL when it logs the step
`dies_at`. When the bots of a line have ended, a line with their exit statuses is written, under the
line's `number` as all that is written. What is
slow, importing and reading what is shipped, is so done once.
"""

import asyncio
import json
import logging
import os
import signal
import sys
from datetime import UTC, datetime
from random import Random
from typing import Any

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route
from stage.words import openers

import bot.app
from bot.build import build_client
from bot.i18n import LANGUAGES, tongue
from bot.settings import Settings


class Dying(logging.Handler):
    """Kills the process at a step."""

    def __init__(self, step: str) -> None:
        super().__init__()
        self._step = step

    def emit(self, record: logging.LogRecord) -> None:
        """Kill the process, without any farewell, if this is the step."""
        if record.getMessage().endswith(self._step):
            os.kill(os.getpid(), signal.SIGKILL)


async def come_round(job: dict[str, Any]) -> None:
    """Let the bot come round once."""
    now = datetime.fromisoformat(job["now"])
    settings = Settings(database=job["database"], workers=2)
    with bot.app.open_app(settings, lambda: now, Random(os.getpid())) as app:
        client = build_client(app)
        async with client:
            await client.login(job["token"])
            await client.come_round()


def live(job: dict[str, Any]) -> None:
    """Be a bot for the length of a job."""
    address = f"127.0.0.1:{job['port']}"
    Route.BASE = f"http://{address}/api/v10"
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"ws://{address}/gateway")
    logging.basicConfig(level=logging.INFO, stream=sys.stderr)
    if job.get("dies_at"):
        logging.getLogger("bot.schedule").addHandler(Dying(job["dies_at"]))
    asyncio.run(come_round(job))


def say(answer: dict[str, Any]) -> None:
    """Write a line of JSON."""
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def warm_up() -> None:
    """Read what every bot would read."""
    for name, opened in openers().items():
        setattr(bot.app, name, opened)
    with bot.app.open_app(Settings(database=":memory:", workers=1), lambda: datetime.now(UTC)):
        for code in LANGUAGES:
            tongue(code).load()


def main() -> None:
    """Serve jobs until the input ends."""
    warm_up()
    for line in sys.stdin:
        job = json.loads(line)
        pids = []
        for _ in range(job.get("replicas", 1)):
            pid = os.fork()
            if pid == 0:
                try:
                    live(job)
                    os._exit(0)
                except BaseException:
                    logging.exception("the bot failed")
                    os._exit(1)
            pids.append(pid)
        say({"number": job["number"], "pids": pids})
        statuses = [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in pids]
        say({"number": job["number"], "statuses": statuses})


if __name__ == "__main__":
    main()
