"""What is asked back before a command about an item or a shelf can be answered."""

from collections.abc import Awaitable, Mapping, Sequence
from typing import Any, TypeVar

import discord
from discord.utils import MISSING

from bot import tasting
from bot.answer import in_time, say
from bot.apart import NO_NAMES, labels
from bot.cogs.options import turn_of
from bot.components.base import Interaction
from bot.components.rows import Button, button, keys
from bot.components.tastes import taste_id
from bot.i18n import Tongue, tongue_of
from bot.permissions import NotManager
from bot.taste_text import bare_shelf_name, taste_words
from recsys.nouns import Item, ShelfKind
from recsys.refusals import AmbiguousTitle, UnknownItem, UnknownShelf

T = TypeVar("T")

MOST_OPTIONS = 25
READY_MADE = {ShelfKind.FILMS: "🎬", ShelfKind.BOOKS: "📚", ShelfKind.RECIPES: "🍲"}
"""The shelves that we can fill ourselves, with how they look."""
_MOST_NEAR = 5
_LONGEST_BUTTON, _LONGEST = 80, 100


async def asked(
    interaction: Interaction, work: Awaitable[T], *onward: object, in_place: bool = False
) -> T | None:
    """What the work answers; None where the member was asked back instead.

    `onward` are the verb and the details of the button that goes on with the item they choose.
    """
    try:
        return await in_time(interaction, work, in_place=in_place)
    except AmbiguousTitle as error:
        names, tongue = await shelf_names(interaction, error.choices), tongue_of(interaction)
        view = keys([item_menu(error.choices, tongue, "choose", *onward, shelves=names)])
        await say(interaction, taste_words(error, tongue_of(interaction)), view=view)
    except UnknownItem as error:
        names = await shelf_names(interaction, error.near[:_MOST_NEAR])
        view = keys(near_row(error.near, *onward, shelves=names)) if error.near else MISSING
        await say(interaction, taste_words(error, tongue_of(interaction)), view=view)
    except UnknownShelf as error:
        if error.known:
            raise
        await offer_shelves(interaction)
    return None


async def offer_shelves(interaction: Interaction) -> None:
    """Say that there are no shelves yet, and let those who may put one up."""
    tongue = tongue_of(interaction)
    if not may_manage(interaction):
        await say(interaction, tongue("shelf-none-member"))
        return
    row = [demo_button(kind, tongue) for kind in READY_MADE]
    await say(interaction, tongue("shelf-none"), view=keys(row))


def demo_button(kind: ShelfKind, tongue: Tongue) -> Button:
    """Puts up one of the shelves that are ready-made."""
    label = tongue("shelf-button-demo", name=tongue(f"shelf-name-{kind}"))
    return button(taste_id("demo", kind), label, READY_MADE[kind])


async def shelf_names(interaction: Interaction, items: Sequence[Item]) -> Mapping[int, str]:
    """The names of the items' shelves by id, where they stand on several."""
    if len({item.shelf_id for item in items}) < 2:
        return NO_NAMES
    app, tongue = interaction.client.app, tongue_of(interaction)
    work = app.workers.call(tasting.shelves, app, turn_of(interaction).server_id)
    return {shelf.id: bare_shelf_name(shelf, tongue) for shelf in await in_time(interaction, work)}


def near_row(
    near: Sequence[Item], *onward: object, shelves: Mapping[int, str] = NO_NAMES
) -> list[Button]:
    """A button for each of a few items; `shelves` are the names of theirs."""
    shown = near[:_MOST_NEAR]
    return [
        button(taste_id(str(onward[0]), *onward[1:], item.id), label)
        for item, label in zip(shown, labels(shown, shelves, _LONGEST_BUTTON), strict=True)
    ]


def item_menu(
    items: Sequence[Item],
    tongue: Tongue,
    verb: str,
    *onward: object,
    words: str | None = None,
    shelves: Mapping[int, str] = NO_NAMES,
) -> discord.ui.Select[Any]:
    """A menu of items, as many as Discord takes; `shelves` are the names of theirs."""
    shown = items[:MOST_OPTIONS]
    options = [
        discord.SelectOption(
            label=label, value=str(item.id), description=", ".join(item.tags)[:_LONGEST] or None
        )
        for item, label in zip(shown, labels(shown, shelves, _LONGEST), strict=True)
    ]
    return discord.ui.Select(
        custom_id=taste_id(verb, *onward),
        placeholder=words or tongue("rate-menu-choose"),
        options=options,
    )


def check_manager(interaction: Interaction) -> None:
    """Raises NotManager where the member does not decide on shelves here."""
    if not may_manage(interaction):
        raise NotManager


async def replace_question(
    interaction: Interaction, text: str, view: discord.ui.View | None = None
) -> None:
    """Put a text, and nothing else but a view, in the place of a question and its buttons."""
    if interaction.response.is_done():
        await interaction.edit_original_response(
            content=text, embed=None, view=view, attachments=[]
        )
    else:
        await interaction.response.edit_message(content=text, embed=None, view=view, attachments=[])


def may_manage(interaction: Interaction) -> bool:
    """Whether a member decides on shelves here: in a server who manages it, alone oneself."""
    if turn_of(interaction).server_id == interaction.user.id:
        return True
    return interaction.permissions.manage_guild
