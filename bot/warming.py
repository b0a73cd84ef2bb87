"""Has the recommender ready soon after the bot is, so that nobody waits for a model."""

from bot.client import WarmerClient
from bot.departures import also


def add_warming(client: WarmerClient) -> None:
    """Let the client have the models of shelves used lately made once it is ready."""

    async def ready() -> None:
        client.app.recommender.warm()

    also(client, "on_ready", ready)
