"""Guessing: the form for words, the button that opens it, and suggestions to press."""

import logging
import re
from collections.abc import Sequence
from typing import Any, Self

import discord

from bot.answer import in_time, say
from bot.app import App
from bot.components.base import Filled, Interaction, WarmerModal
from bot.components.ids import ANYWHERE, Spot, spot_in, spot_of, template
from bot.components.outside import outside_told
from bot.components.pressed import SpotButton
from bot.components.rows import Button, button, keys, keys_below, old_post
from bot.hooks import Move, tell
from bot.i18n import Tongue, tongue_of
from bot.render.achievements import with_earned
from bot.render.several import guesses_embed
from bot.text import error_words
from game.achievements import Achievement
from game.errors import UnknownWord
from game.several import GuessManyResult, Refusal
from game.turn import Turn
from store.errors import StoreError

_log = logging.getLogger(__name__)

LONGEST_TEXT = 700
WORDS = "words"
MOST_SUGGESTIONS = 10
ROW = 5
_WORD = "[a-z-]{1,32}"


@outside_told
async def guess(interaction: Interaction, turn: Turn, text: str, spot: Spot = ANYWHERE) -> None:
    """Take one or several guesses and answer them. A refused one is offered again at `spot`."""
    app, tongue = interaction.client.app, tongue_of(interaction)
    try:
        result = await in_time(interaction, app.workers.call(app.game.guess_many, turn, text))
    except UnknownWord as error:
        offered = suggestions([error], spot, tongue)
        view = keys(*offered) if offered else discord.utils.MISSING
        await say(interaction, error_words(error, tongue), view=view)
        return
    earned = await _earned(app, turn, result)
    offered = suggestions(_unknown(result), spot_of(result.view), tongue)
    await say(
        interaction,
        old_post(interaction, result.view, tongue),
        embed=with_earned(guesses_embed(result, tongue), earned, tongue),
        view=keys_below(tongue, result.view, offered),
    )
    if any(not answer.repeated for answer in result.taken):
        await tell(interaction.client.changes, turn, result.view, Move.GUESS)


async def _earned(app: App, turn: Turn, result: GuessManyResult) -> Sequence[Achievement]:
    """What the member has achieved by guesses that found the secret."""
    if not any(answer.solves and not answer.repeated for answer in result.taken):
        return ()
    try:
        return await app.workers.call(app.achievements.news, turn.member_id, result.view.puzzle.id)
    except StoreError as error:  # the guesses stand, and are answered
        _log.warning("achievements of a member are not told: %r", error)
        return ()


def suggestions(errors: list[UnknownWord], spot: Spot, tongue: Tongue) -> list[list[Button]]:
    """Rows of buttons for the words that may have been meant, the likeliest of each first."""
    words = [x.suggestions[at] for at in range(ROW) for x in errors if at < len(x.suggestions)]
    fit = [word for word in dict.fromkeys(words) if re.fullmatch(_WORD, word)]
    pressed = [
        button(spot.id("try", word), tongue("components-try", word=word))
        for word in fit[:MOST_SUGGESTIONS]
    ]
    return [pressed[at : at + ROW] for at in range(0, len(pressed), ROW)]


def _unknown(result: GuessManyResult) -> list[UnknownWord]:
    refused = [answer.error for answer in result.answers if isinstance(answer, Refusal)]
    return [error for error in refused if isinstance(error, UnknownWord)]


class GuessForm(WarmerModal, template=template("words")):
    """Asks for one or several words."""

    def __init__(self, spot: Spot, tongue: Tongue) -> None:
        super().__init__(title=tongue("components-form-title"), custom_id=spot.id("words"))
        self.spot = spot
        words: discord.ui.TextInput[Any] = discord.ui.TextInput(
            custom_id=WORDS,
            style=discord.TextStyle.paragraph,
            placeholder=tongue("components-form-example"),
            max_length=LONGEST_TEXT,
        )
        self.add_item(
            discord.ui.Label(
                text=tongue("components-form-words"),
                description=tongue("components-form-many"),
                component=words,
            )
        )

    @classmethod
    def from_custom_id(cls, interaction: Interaction, match: re.Match[str]) -> Self:
        """The form that was sent."""
        return cls(spot_in(match), tongue_of(interaction))

    async def act(self, interaction: Interaction, filled: Filled) -> None:
        """Take the guesses."""
        text = filled.texts.get(WORDS, "")
        await guess(interaction, self.spot.turn(interaction), text, self.spot)


class GuessButton(SpotButton, template=template("guess")):
    """Opens the form."""

    async def act(self, interaction: Interaction) -> None:
        """Ask for words; nothing is looked up before, as a form must come at once."""
        await interaction.response.send_modal(GuessForm(self.spot, tongue_of(interaction)))


class TryButton(SpotButton, template=template("try", f"(?P<word>{_WORD})")):
    """Guesses a word that was suggested in place of an unknown one."""

    async def act(self, interaction: Interaction) -> None:
        """Take the guess."""
        await guess(interaction, self.spot.turn(interaction), self.match["word"], self.spot)
