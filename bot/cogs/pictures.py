"""The commands that show pictures, and the buttons about them."""

import re
from typing import Any, Self

import discord
from discord import app_commands
from discord.utils import MISSING

from bot.answer import in_time, say
from bot.app import App
from bot.client import WarmerClient
from bot.cogs.options import everywhere, placed
from bot.components.base import Interaction, WarmerItem
from bot.components.rows import PRIMARY, button, keys
from bot.i18n import Tongue, tongue_of
from bot.pictures import Picture, Shade
from bot.pictures.ids import TEMPLATE, Verb, custom_id, read_id
from bot.pictures.words import puzzle_title
from bot.render.files import file_of
from game.albums import Page
from game.errors import NotForYou
from game.model import BoardKey
from game.turn import Turn

_EMOJI = {Verb.SHARE: "📣", Verb.POST: "📣", Verb.CARD: "🖼️", Verb.MAP: "🗺️"}


class ShadeTransformer(app_commands.Transformer[WarmerClient]):
    """Turns `dark` and `light` into a look."""

    @property
    def choices(self) -> list[app_commands.Choice[str | int | float]]:
        """The two looks."""
        return [
            app_commands.Choice(
                name=app_commands.locale_str(shade.value, key=f"pictures-shade-{shade}"),
                value=shade.value,
            )
            for shade in Shade
        ]

    async def transform(self, _: discord.Interaction[WarmerClient], value: str, /) -> Shade:
        """The look of that name."""
        return Shade(value)


ShadeOption = app_commands.Transform[Shade, ShadeTransformer]


class PictureButton(WarmerItem[discord.ui.Button[Any]], template=TEMPLATE):
    """Previews or posts a board's card, or shows its finished card or map to whoever pressed."""

    def __init__(self, verb: Verb, key: BoardKey, shade: Shade) -> None:
        super().__init__(button(custom_id(verb, key, shade), verb))
        self.verb, self.key, self.shade = verb, key, shade

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003  # discord.py names them
        item: discord.ui.Item[Any],  # noqa: ARG003  # discord.py names them
        match: re.Match[str],
        /,
    ) -> Self:
        """The button that was pressed."""
        return cls(*read_id(match))

    async def act(self, interaction: Interaction) -> None:
        """Answer the press; who may see what is found out again."""
        if self.verb in {Verb.SHARE, Verb.POST}:
            await (self._post if self.verb is Verb.POST else self._preview)(interaction)
            return
        app, tongue = interaction.client.app, tongue_of(interaction)
        draw = _draw_card if self.verb is Verb.CARD else _draw_map_of
        work = app.workers.call(draw, app, self.key, interaction.user.id, self.shade, tongue)
        page, picture = await in_time(interaction, work)
        more = {Verb.CARD: Verb.MAP, Verb.MAP: Verb.CARD}[self.verb]
        row = _row(page, tongue, self.shade, more) if page.secret is not None else MISSING
        await say(interaction, file=file_of(picture), view=row)

    async def _preview(self, interaction: Interaction) -> None:
        app, public = interaction.client.app, tongue_of(interaction, public=True)
        member = interaction.user
        work = app.workers.call(_draw_own, app, self.key, member.id, self.shade, public)
        await _show_preview(interaction, *await in_time(interaction, work), self.shade)

    async def _post(self, interaction: Interaction) -> None:
        app, tongue = interaction.client.app, tongue_of(interaction, public=True)
        member = interaction.user
        work = app.workers.call(_draw_own, app, self.key, member.id, self.shade, tongue)
        page, picture = await in_time(interaction, work, in_place=True)
        # The preview first: a second press, or delivery, must find nothing left to press.
        done = tongue_of(interaction)("pictures-posted")
        if interaction.response.is_done():
            await interaction.edit_original_response(content=done, view=None)
        else:
            await interaction.response.edit_message(content=done, view=None)
        title = puzzle_title(page.puzzle, tongue)
        await interaction.followup.send(
            tongue("pictures-post-text", member=member.mention, puzzle=title),
            file=file_of(picture),
            view=_row(page, tongue, self.shade, Verb.CARD) if page.board.finished else MISSING,
            allowed_mentions=discord.AllowedMentions.none(),
        )


@everywhere
@app_commands.command(description="Share a picture of your way: no word is on it.")
@app_commands.describe(theme="Dark or light.")
@placed
async def share(interaction: Interaction, turn: Turn, theme: ShadeOption | None = None) -> None:
    """Show what a share card would look like, with a button that posts it."""
    app, shade = interaction.client.app, theme or Shade.DARK
    public = tongue_of(interaction, public=True)
    work = app.workers.call(_draw_share, app, turn, shade, public)
    await _show_preview(interaction, *await in_time(interaction, work), shade)


@everywhere
@app_commands.command(name="map", description="See where your guesses lie around the secret.")
@app_commands.describe(theme="Dark or light.")
@placed
async def map_(interaction: Interaction, turn: Turn, theme: ShadeOption | None = None) -> None:
    """Show the map of a board: of a running one only the member's own words."""
    app, shade, tongue = interaction.client.app, theme or Shade.DARK, tongue_of(interaction)
    work = app.workers.call(_draw_map, app, turn, shade, tongue)
    page, picture = await in_time(interaction, work)
    row = _row(page, tongue, shade, Verb.CARD) if page.secret is not None else MISSING
    await say(interaction, file=file_of(picture), view=row)


def _draw_share(app: App, turn: Turn, shade: Shade, tongue: Tongue) -> tuple[Page, Picture]:
    page = app.albums.page(turn)
    return page, app.studio.share(page, shade, tongue)


def _draw_own(
    app: App, key: BoardKey, member_id: int, shade: Shade, tongue: Tongue
) -> tuple[Page, Picture]:
    page = app.albums.page_of(key, member_id)
    if page.others:
        raise NotForYou
    return page, app.studio.share(page, shade, tongue)


def _draw_card(
    app: App, key: BoardKey, member_id: int, shade: Shade, tongue: Tongue
) -> tuple[Page, Picture]:
    page = app.albums.page_of(key, member_id)
    if page.secret is None:
        raise NotForYou
    return page, app.studio.finished(page, shade, tongue)


def _draw_map(app: App, turn: Turn, shade: Shade, tongue: Tongue) -> tuple[Page, Picture]:
    page = app.albums.page(turn)
    return page, app.studio.map(app.albums.chart(page), shade, tongue)


def _draw_map_of(
    app: App, key: BoardKey, member_id: int, shade: Shade, tongue: Tongue
) -> tuple[Page, Picture]:
    page = app.albums.page_of(key, member_id)
    return page, app.studio.map(app.albums.chart(page), shade, tongue)


async def _show_preview(
    interaction: Interaction, page: Page, picture: Picture, shade: Shade
) -> None:
    """Show a member what everybody would see, and offer to post it."""
    tongue = tongue_of(interaction)
    ended = "pictures-preview-finished" if page.board.finished else "pictures-preview"
    row = _row(page, tongue, shade, Verb.POST) if page.journey.steps else MISSING
    await say(interaction, tongue(ended), file=file_of(picture), view=row)


def _row(page: Page, tongue: Tongue, shade: Shade, verb: Verb) -> discord.ui.View:
    style = PRIMARY if verb is Verb.POST else discord.ButtonStyle.secondary
    made = custom_id(verb, page.board.key, shade)
    return keys([button(made, tongue(f"pictures-{verb}"), _EMOJI[verb], style)])


COMMANDS: tuple[app_commands.Command[Any, ..., Any], ...] = (share, map_)


def add_picture_buttons(client: WarmerClient) -> None:
    """Let the client answer the buttons of this module."""
    client.add_dynamic_items(PictureButton)
