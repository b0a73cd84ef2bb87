"""Answers a round of first ratings: one thing after the other, in one private message."""

import discord

from bot import rounds
from bot.answer import in_time, show
from bot.cogs.options import turn_of
from bot.components.base import Interaction
from bot.components.picks import begin
from bot.components.ratings import stars_menu
from bot.components.round_ids import round_id, round_of
from bot.components.rows import button, keys
from bot.i18n import Tongue, tongue_of
from bot.render.rate import item_embed, opinion_words
from bot.rounds import LONG, Asked, Round
from recsys.nouns import Item, Verdict

_MARKS = {Verdict.LIKE: "👍", Verdict.LOW: "👎"}


async def on_round(
    interaction: Interaction, shelf_id: str, rated: str, unknown: str, what: str, item_id: str
) -> None:
    """Begin a round, go on with it, or end it: `what` is go, skip, stop or a verdict."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    now, item = round_of(shelf_id, rated, unknown), int(item_id)
    if what == "stop":
        await _end(interaction, now)
        return
    if what == "go":
        work = app.workers.ponder(rounds.ask, app, turn, now, tongue)
    elif what == "skip":
        work = app.workers.ponder(rounds.pass_over, app, turn, now, item, tongue)
    else:
        work = app.workers.ponder(rounds.say, app, turn, now, item, Verdict(what), tongue)
    await _go_on(interaction, await in_time(interaction, work, in_place=True))


async def on_rated(
    interaction: Interaction, chosen: str, shelf_id: str, rated: str, unknown: str, item_id: str
) -> None:
    """Give what was asked about the stars that were chosen."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    now, stars = round_of(shelf_id, rated, unknown), int(chosen) / 2
    work = app.workers.ponder(rounds.say, app, turn, now, int(item_id), stars, tongue)
    await _go_on(interaction, await in_time(interaction, work, in_place=True))


async def _go_on(interaction: Interaction, asked: Asked) -> None:
    if asked.item is None:
        await _end(interaction, asked.round)
        return
    tongue, said = tongue_of(interaction), asked.said
    lines = [opinion_words(said.item, said.now, tongue)] if said else []
    lines.append(tongue("recommend-round-ask", step=asked.round.rated + 1, of=LONG))
    embed = item_embed(asked.item, "\n".join(lines))
    await show(interaction, embed=embed, view=_keys(asked.round, asked.item, tongue))


async def _end(interaction: Interaction, last: Round) -> None:
    text = tongue_of(interaction)("recommend-round-done", number=last.rated)
    await begin(interaction, last.shelf_id, text)


def _keys(now: Round, item: Item, tongue: Tongue) -> discord.ui.View:
    menu = stars_menu(item.id, tongue)
    menu.custom_id = round_id("rated", now, item.id)
    marks = [
        button(round_id("round", now, verdict, item.id), tongue(f"rate-button-{verdict}"), emoji)
        for verdict, emoji in _MARKS.items()
    ]
    skip = round_id("round", now, "skip", item.id)
    stop = round_id("round", now, "stop", item.id)
    onward = [
        button(skip, tongue("recommend-round-unknown"), "🤷"),
        button(stop, tongue("recommend-round-stop"), "🏁"),
    ]
    return keys([menu], [*marks, *onward])
