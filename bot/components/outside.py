"""What is said of a shared board that ended without the member: nothing they did not ask for."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from bot.answer import say
from bot.components.base import Interaction
from bot.components.ids import Spot
from bot.components.rows import keys, outside_row
from bot.i18n import tongue_of
from bot.render.board import outside_embed
from game.errors import EndedForOthers

P = ParamSpec("P")
Action = Callable[Concatenate[Interaction, P], Awaitable[None]]


def outside_told(action: Action[P]) -> Action[P]:
    """The action; where the board has ended without the member, it tells them so instead."""

    @wraps(action)
    async def act(interaction: Interaction, /, *args: P.args, **named: P.kwargs) -> None:
        try:
            await action(interaction, *args, **named)
        except EndedForOthers as error:
            tongue = tongue_of(interaction)
            spot = Spot(error.puzzle.id, error.board.key.mode)
            below = keys(outside_row(tongue, spot))
            await say(interaction, embed=outside_embed(error.board, tongue), view=below)

    return act
