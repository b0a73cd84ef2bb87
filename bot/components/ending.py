"""The end of a board: the question first, and then giving up."""

from bot.answer import in_time, say, show
from bot.components.base import Interaction
from bot.components.ids import spot_of, template
from bot.components.outside import outside_told
from bot.components.pressed import SpotButton
from bot.components.rows import DANGER, button, keys, old_post, rows_of
from bot.hooks import Move, tell
from bot.i18n import tongue_of
from bot.render.board import ask_embed, give_up_embed
from game.turn import Turn


@outside_told
async def ask(interaction: Interaction, turn: Turn) -> None:
    """Ask whether the member means it."""
    app, tongue = interaction.client.app, tongue_of(interaction)
    result = await in_time(interaction, app.workers.call(app.game.ask_to_give_up, turn))
    spot = spot_of(result.view)
    choice = [
        button(spot.id("confirm"), tongue("components-give-up"), "🏳️", DANGER),
        button(spot.id("guess"), tongue("components-guess-on"), "💬"),
    ]
    await say(
        interaction,
        old_post(interaction, result.view, tongue),
        embed=ask_embed(result, tongue),
        view=keys(choice),
    )


@outside_told
async def give_up(interaction: Interaction, turn: Turn) -> None:
    """Give up, and put what came of it in the place of the question."""
    app, tongue = interaction.client.app, tongue_of(interaction)
    work = app.workers.call(app.game.give_up, turn)
    result = await in_time(interaction, work, in_place=True)
    below = keys(*rows_of(tongue, result.view))
    await show(interaction, embed=give_up_embed(result, tongue), view=below)
    changes = interaction.client.changes
    await tell(changes, turn, result.view, Move.VOTE, result.votes, result.needed)


class GiveUpButton(SpotButton, template=template("giveup")):
    """Asks whether to give up."""

    async def act(self, interaction: Interaction) -> None:
        """Ask."""
        await ask(interaction, self.spot.turn(interaction))


class ConfirmButton(SpotButton, template=template("confirm")):
    """Gives up."""

    async def act(self, interaction: Interaction) -> None:
        """Give up."""
        await give_up(interaction, self.spot.turn(interaction))
