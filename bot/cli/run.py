"""`warmer run`: the bot on Discord."""

import asyncio
import logging
from collections.abc import Iterator
from datetime import UTC, datetime

from bot.cli.common import DatabaseOption, read_settings
from bot.cli.failures import MissingToken
from bot.settings import Settings


def run(database: DatabaseOption = None) -> None:
    """Run the bot on Discord until it is stopped (Ctrl-C or SIGTERM).

    What is asked already is answered first; a second Ctrl-C ends it at once. Needs
    WARMER_DISCORD_TOKEN. `warmer doctor` checks everything first and prints the address that
    invites the bot to your server. Example: WARMER_DISCORD_TOKEN=… warmer run
    """
    settings = read_settings(database)
    if settings.discord_token is None:
        raise MissingToken
    # discord.py takes a third of a second to import, which the other commands need not pay.
    from prometheus_client import CollectorRegistry

    from bot.app import open_app
    from bot.logs import start_logging
    from bot.loops import new_loop
    from bot.prometheus import PrometheusMetrics
    from bot.service import run_service
    from store.notebook import SqlNotebook

    start_logging(settings.log_level, settings.log_format, _secrets(settings))
    # discord.py warns at every start that it could not speak; Warmer never does.
    logging.getLogger("discord.client").addFilter(lambda record: "voice" not in record.msg)
    metrics = None if settings.port is None else PrometheusMetrics(CollectorRegistry())
    with open_app(settings, lambda: datetime.now(UTC), metrics=metrics) as app:
        logging.getLogger(__name__).info("connecting to Discord; Ctrl-C stops the bot")
        token = settings.discord_token.get_secret_value()
        with asyncio.Runner(loop_factory=new_loop) as runner:
            runner.run(run_service(app, SqlNotebook(app.database), token, metrics))


def _secrets(settings: Settings) -> Iterator[str]:
    for secret in (settings.discord_token, settings.encoder_key):
        if secret is not None:
            yield secret.get_secret_value()
