"""Why a word is as warm as it is."""

from typing import Any

import discord

from bot.answer import in_time, say
from bot.components.base import Interaction
from bot.components.ids import spot_of, template
from bot.components.pressed import SpotButton, SpotMenu
from bot.components.rows import keys, old_post, rows_of
from bot.i18n import Tongue, tongue_of
from bot.look import degrees
from bot.render.why import why_embed
from game.results import BoardView
from game.turn import Turn

MOST = 25


async def why(interaction: Interaction, turn: Turn, word: str) -> None:
    """Explain a word's heat."""
    app, tongue = interaction.client.app, tongue_of(interaction)
    result = await in_time(interaction, app.workers.call(app.game.why, turn, word))
    below = keys(*rows_of(tongue, result.view))
    await say(interaction, embed=why_embed(result, tongue), view=below)


async def which(interaction: Interaction, turn: Turn) -> None:
    """Ask which of the member's own words to explain, the nearest of them first."""
    app, tongue = interaction.client.app, tongue_of(interaction)
    view = await in_time(interaction, app.workers.call(app.game.look, turn))
    options = _options(view, turn.member_id, tongue)
    if not options:
        await say(interaction, tongue("play-why-nothing"))
        return
    menu: discord.ui.Select[Any] = discord.ui.Select(
        custom_id=spot_of(view).id("reason"),
        placeholder=tongue("components-choose-word"),
        options=options,
    )
    text = [old_post(interaction, view, tongue), tongue("play-why-which")]
    await say(interaction, "\n".join(filter(None, text)), view=keys([menu]))


def _options(view: BoardView, member_id: int, tongue: Tongue) -> list[discord.SelectOption]:
    own = [x for x in view.entries if x.member_id == member_id and x.rank > 0]
    return [
        discord.SelectOption(
            label=entry.word,
            value=entry.word,
            description=tongue.degrees(degrees(entry.rank, view.size)),
        )
        for entry in own[:MOST]
    ]


class WhyButton(SpotButton, template=template("why")):
    """Asks which word to explain."""

    async def act(self, interaction: Interaction) -> None:
        """Offer the member's own words."""
        await which(interaction, self.spot.turn(interaction))


class WhyMenu(SpotMenu, template=template("reason")):
    """Chooses the word to explain."""

    async def act(self, interaction: Interaction) -> None:
        """Explain it."""
        await why(interaction, self.spot.turn(interaction), self.chosen)
