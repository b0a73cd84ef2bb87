"""`warmer run`: the bot on Discord."""

import asyncio
import logging
from datetime import UTC, datetime

from bot.cli.common import DatabaseOption, err, read_settings
from bot.cli.failures import MissingToken


def run(database: DatabaseOption = None) -> None:
    """Run the bot on Discord until it is stopped (Ctrl-C or SIGTERM).

    Needs WARMER_DISCORD_TOKEN. `warmer doctor` checks everything first and prints the address
    that invites the bot to your server. Example: WARMER_DISCORD_TOKEN=… warmer run
    """
    settings = read_settings(database)
    if settings.discord_token is None:
        raise MissingToken
    # discord.py takes a third of a second to import, which the other commands need not pay.
    from bot.app import open_app
    from bot.build import build_client
    from bot.serve import serve
    from store.notebook import SqlNotebook

    logging.basicConfig(
        level=settings.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    # discord.py warns at every start that it could not speak; Warmer never does.
    logging.getLogger("discord.client").addFilter(lambda record: "voice" not in record.msg)
    with open_app(settings, lambda: datetime.now(UTC)) as app:
        notebook = SqlNotebook(app.database)
        err.print("Connecting to Discord; Ctrl-C stops the bot.")
        token = settings.discord_token.get_secret_value()
        options = settings.shard_options()
        asyncio.run(serve(lambda: build_client(app, notebook, **options), token))
