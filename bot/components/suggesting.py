"""Suggests items and shelves while a member types."""

from collections import Counter
from collections.abc import Sequence

from discord import app_commands

from bot import tasting
from bot.cogs.options import turn_of
from bot.components.base import Interaction
from bot.i18n import Tongue, tongue_of
from bot.taste_text import plain_title, shelf_name
from recsys.nouns import Item, Shelf

MOST = 25
_LONGEST = 100


async def items(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Items whose titles are like what was typed, then those that are about it."""
    app, server_id = interaction.client.app, turn_of(interaction).server_id
    found = await app.workers.call(tasting.complete, app, server_id, typed, MOST)
    return _choices(found)


async def shelves(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """The shelves in whose names what was typed stands."""
    app, tongue = interaction.client.app, tongue_of(interaction)
    found = await app.workers.call(tasting.shelves, app, turn_of(interaction).server_id)
    wanted = typed.strip().casefold()
    named = [(_name(shelf, tongue), shelf) for shelf in found]
    return [
        app_commands.Choice(name=name[:_LONGEST], value=shelf.name)
        for name, shelf in named
        if wanted in name.casefold() or wanted in shelf.name.casefold()
    ][:MOST]


def _choices(found: Sequence[Item]) -> list[app_commands.Choice[str]]:
    """Each item by its title where that is clear and fits, by its number otherwise."""
    often = Counter(item.title.casefold() for item in found)
    return [
        app_commands.Choice(name=plain_title(item), value=_value(item, often)) for item in found
    ]


def _value(item: Item, often: Counter[str]) -> str:
    clear = often[item.title.casefold()] == 1 and len(item.title) <= _LONGEST
    return item.title if clear and not item.title.startswith("#") else f"#{item.id}"


def _name(shelf: Shelf, tongue: Tongue) -> str:
    return shelf_name(shelf, tongue).replace("\\", "")
