"""The board: its pages, their order, and the words that are kept back."""

from bot.answer import in_time, say, show
from bot.components.base import Interaction
from bot.components.ids import Spot, spot_of, template
from bot.components.pressed import SpotButton
from bot.components.rows import DANGER, Button, button, keys, old_post, outside_row, rows_of
from bot.i18n import Tongue, tongue_of
from bot.render.board import FIRST, Leaf, Sort, board_embed, pages
from game.results import BoardView
from game.turn import Turn

_LEAF = (f"(?P<sort>{'|'.join(Sort)})", "(?P<page>[0-9]{1,6})", "(?P<lifted>[01])")


async def board(
    interaction: Interaction, turn: Turn, leaf: Leaf = FIRST, *, in_place: bool = False
) -> None:
    """Show a page of a board, in the place of another one or as a message of its own."""
    app = interaction.client.app
    work = app.workers.call(app.game.look, turn, lifted=leaf.lifted)
    await _show(interaction, await in_time(interaction, work, in_place=in_place), leaf, in_place)


async def tell(interaction: Interaction, turn: Turn) -> None:
    """Show a board and how it ended, which the member asked for."""
    app = interaction.client.app
    view = await in_time(interaction, app.workers.call(app.game.tell, turn))
    await _show(interaction, view, FIRST if view.board.finished else Leaf(lifted=True))


async def _show(
    interaction: Interaction, view: BoardView, leaf: Leaf, in_place: bool = False
) -> None:
    tongue = tongue_of(interaction)
    text, embed = old_post(interaction, view, tongue), board_embed(view, tongue, leaf)
    below = keys(*board_rows(view, leaf, tongue))
    if in_place:
        await show(interaction, text, embed=embed, view=below)
    else:
        await say(interaction, text, embed=embed, view=below)


def board_rows(view: BoardView, leaf: Leaf, tongue: Tongue) -> list[list[Button]]:
    """What can be done with a board: turn its pages, then what can be done anyway."""
    spot, turning = spot_of(view), _turning(view, leaf, tongue)
    if view.board.finished and view.secret is None:
        return [outside_row(tongue, spot)]
    onward = [[x for x in row if x.custom_id != spot.id("board")] for row in rows_of(tongue, view)]
    if not view.board.finished and view.board.entries:
        give_up = button(spot.id("giveup"), tongue("components-give-up"), "🏳️")
        onward[0].append(give_up)
    return [row for row in (turning, *onward) if row]


def _turning(view: BoardView, leaf: Leaf, tongue: Tongue) -> list[Button]:
    spot, last = spot_of(view), pages(view) - 1
    page = min(leaf.page, last)
    found: list[Button] = []
    if page > 0:
        found.append(button(_id(spot, leaf, page - 1), tongue("components-back"), "◀️"))
    if page < last:
        found.append(button(_id(spot, leaf, page + 1), tongue("components-next"), "▶️"))
    if len(view.entries) + len(view.veiled) > 1:
        other = Sort.TIME if leaf.sort is Sort.HEAT else Sort.HEAT
        turned = Leaf(other, 0, leaf.lifted)
        found.append(button(_id(spot, turned, 0), tongue(f"components-sort-{other.name.lower()}")))
    if view.veiled:
        found.append(button(spot.id("show"), tongue("components-show"), "👀", DANGER))
    return found


def _id(spot: Spot, leaf: Leaf, page: int) -> str:
    return spot.id("page", leaf.sort, page, int(leaf.lifted))


class BoardButton(SpotButton, template=template("board")):
    """Shows the board."""

    async def act(self, interaction: Interaction) -> None:
        """Show its first page."""
        await board(interaction, self.spot.turn(interaction))


class PageButton(SpotButton, template=template("page", *_LEAF)):
    """Turns to a page of the board, or to another order."""

    async def act(self, interaction: Interaction) -> None:
        """Show that page in the place of this one."""
        leaf = Leaf(
            Sort(self.match["sort"]), int(self.match["page"]), bool(int(self.match["lifted"]))
        )
        await board(interaction, self.spot.turn(interaction), leaf, in_place=True)


class ShowButton(SpotButton, template=template("show")):
    """Shows the words that are kept back."""

    async def act(self, interaction: Interaction) -> None:
        """Show every word, in a message that warns of it."""
        await board(interaction, self.spot.turn(interaction), Leaf(lifted=True))


class TellButton(SpotButton, template=template("tell")):
    """Tells how a shared board ended without the member."""

    async def act(self, interaction: Interaction) -> None:
        """Tell it, in a message of its own."""
        await tell(interaction, self.spot.turn(interaction))
