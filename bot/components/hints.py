"""Hints: what there is to have, and the one that was chosen."""

from typing import Any

import discord

from bot.answer import in_time, say
from bot.components.base import Interaction
from bot.components.ids import Spot, spot_of, template
from bot.components.outside import outside_told
from bot.components.pressed import SpotButton, SpotMenu
from bot.components.rows import keys, old_post, rows_of
from bot.hooks import Move, tell
from bot.i18n import Tongue, tongue_of
from bot.render.hint import hint_embed, hint_offer
from bot.render.offers import offers_embed
from game.results import HintOffers
from game.rules import HintKind
from game.turn import Turn

_LONGEST = 100


@outside_told
async def hint(interaction: Interaction, turn: Turn, kind: HintKind) -> None:
    """Give a hint."""
    app, tongue = interaction.client.app, tongue_of(interaction)
    result = await in_time(interaction, app.workers.call(app.game.hint, turn, kind))
    await say(
        interaction,
        embed=hint_embed(result, tongue),
        view=keys(*rows_of(tongue, result.view)),
    )
    await tell(interaction.client.changes, turn, result.view, Move.HINT)


@outside_told
async def offer(interaction: Interaction, turn: Turn) -> None:
    """Show which hints there are, with a menu of those that can be had."""
    app, tongue = interaction.client.app, tongue_of(interaction)
    result = await in_time(interaction, app.workers.call(app.game.offers, turn))
    await say(
        interaction,
        old_post(interaction, result.view, tongue),
        embed=offers_embed(result, tongue),
        view=keys([_menu(spot_of(result.view), result, tongue)]),
    )


def _menu(spot: Spot, result: HintOffers, tongue: Tongue) -> discord.ui.Select[Any]:
    options = [
        discord.SelectOption(label=hint_offer(x.kind, tongue, x.price)[:_LONGEST], value=x.kind)
        for x in result.offers
        if x.error is None
    ]
    return discord.ui.Select(
        custom_id=spot.id("kind"), placeholder=tongue("components-choose-hint"), options=options
    )


class HintButton(SpotButton, template=template("hint")):
    """Offers the hints."""

    async def act(self, interaction: Interaction) -> None:
        """Show what there is and what it costs."""
        await offer(interaction, self.spot.turn(interaction))


class HintMenu(SpotMenu, template=template("kind")):
    """Chooses among the hints."""

    async def act(self, interaction: Interaction) -> None:
        """Give the hint that was chosen."""
        await hint(interaction, self.spot.turn(interaction), HintKind(self.chosen))
