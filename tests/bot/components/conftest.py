"""A public post with the game's buttons, as the daily one has them."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.components.ids import Spot
from bot.components.play import play_buttons
from bot.components.rows import ended_row, keys
from bot.i18n import tongue
from game.model import Mode
from game.turn import Turn


@pytest.fixture
def post() -> Callable[..., Awaitable[Any]]:
    """Posts today's buttons to the general channel of a stage, and returns the message.

    `forged` posts those of an ended board in their place, of today's puzzle where it is 0.
    """

    async def send(stage: Any, mode: Mode | None = None, forged: int | None = None) -> Any:
        channel_id = stage.hall.channel_id("general", "ann")
        turn = Turn(stage.hall.server_id, channel_id, stage.id("ann"))
        puzzle_id = stage.app.game.look(turn).puzzle.id
        channel = stage.client.get_partial_messageable(channel_id)
        rows = [play_buttons(tongue("en"), puzzle_id, mode)]
        if forged is not None:
            rows = [ended_row(tongue("en"), Spot(forged or puzzle_id, Mode.SOLO))]
        await channel.send("Today's puzzle", view=keys(*rows))
        await stage.settled()
        return stage.channel_messages()[-1]

    return send
