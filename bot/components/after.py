"""After the end: the nearest words, the turning point, and another round."""

from bot.answer import in_time, say, show
from bot.cogs.options import turn_of
from bot.components.base import Interaction, WarmerButton
from bot.components.ids import spot_of, template
from bot.components.outside import outside_told
from bot.components.pressed import SpotButton
from bot.components.rows import PRACTICE, Button, button, keys, rows_of
from bot.i18n import Tongue, tongue_of
from bot.render.after import turning_embed
from bot.render.board import practice_embed
from bot.render.nearest import nearest_embed, nearest_pages
from game.results import NearestResult
from game.turn import Turn

_PAGE = "(?P<page>[0-9]{1,6})"


@outside_told
async def nearest(
    interaction: Interaction, turn: Turn, page: int, *, in_place: bool = False
) -> None:
    """Show a page of the words nearest to the secret."""
    app, tongue = interaction.client.app, tongue_of(interaction)
    work = app.workers.call(app.game.nearest, turn)
    result = await in_time(interaction, work, in_place=in_place)
    embed = nearest_embed(result, page, tongue)
    below = keys(_turning(result, page, tongue))
    await (show if in_place else say)(interaction, embed=embed, view=below)


@outside_told
async def turning(interaction: Interaction, turn: Turn) -> None:
    """Show the turning point of a board."""
    app, tongue = interaction.client.app, tongue_of(interaction)
    result = await in_time(interaction, app.workers.call(app.game.journey, turn))
    below = keys(*rows_of(tongue, result.view))
    await say(interaction, embed=turning_embed(result, tongue), view=below)


async def practise(interaction: Interaction) -> None:
    """Start a practice round."""
    app, tongue = interaction.client.app, tongue_of(interaction)
    view = await in_time(interaction, app.workers.call(app.game.practise, turn_of(interaction)))
    below = keys(*rows_of(tongue, view))
    await say(interaction, embed=practice_embed(view, tongue), view=below)


def _turning(result: NearestResult, page: int, tongue: Tongue) -> list[Button]:
    spot, last = spot_of(result.view), nearest_pages(result) - 1
    page = min(page, last)
    row = []
    if page > 0:
        row.append(button(spot.id("nearer", page - 1), tongue("components-back"), "◀️"))
    if page < last:
        row.append(button(spot.id("nearer", page + 1), tongue("components-next"), "▶️"))
    return [*row, button(spot.id("guess"), tongue("components-explore"), "🔭")]


class NearestButton(SpotButton, template=template("near", _PAGE)):
    """Shows the words nearest to the secret."""

    async def act(self, interaction: Interaction) -> None:
        """Show a page in a message of its own."""
        await nearest(interaction, self.spot.turn(interaction), int(self.match["page"]))


class NearerButton(SpotButton, template=template("nearer", _PAGE)):
    """Turns to another page of the nearest words."""

    async def act(self, interaction: Interaction) -> None:
        """Show that page in the place of this one."""
        turn, page = self.spot.turn(interaction), int(self.match["page"])
        await nearest(interaction, turn, page, in_place=True)


class TurningButton(SpotButton, template=template("turn")):
    """Shows the turning point."""

    async def act(self, interaction: Interaction) -> None:
        """Show it."""
        await turning(interaction, self.spot.turn(interaction))


class PracticeButton(WarmerButton, template=PRACTICE):
    """Starts a practice round."""

    async def act(self, interaction: Interaction) -> None:
        """Start one."""
        await practise(interaction)
