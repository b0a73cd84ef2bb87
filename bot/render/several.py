"""Draws the answer to several guesses at once."""

from collections.abc import Sequence

import discord

from bot.i18n import Tongue
from bot.look import LOOKS
from bot.render.guess import change_line, guess_embed
from bot.render.par import par_line
from bot.render.parts import add_end, signed, table
from bot.text import error_words
from game.errors import AlreadyGuessed, NotLetters, UnknownWord
from game.heat import Band, band
from game.results import GuessResult
from game.several import GuessManyResult, Refusal


def guesses_embed(result: GuessManyResult, tongue: Tongue) -> discord.Embed:
    """The answers to one or several guesses, as one."""
    if len(result.answers) == 1 and result.taken:
        return guess_embed(result.taken[0], tongue)
    counts = any(answer.entry.attempt is not None for answer in result.taken)
    score = par_line(result.view, tongue) if counts else ""
    blocks = [
        _taken(result, tongue),
        _change(result, tongue),
        _unspent(result, tongue),
        *_refused(result, tongue),
        score,
    ]
    embed = discord.Embed(
        title=_title(result, tongue),
        description="\n".join(block for block in blocks if block),
        colour=_colour(result),
    )
    if any(answer.solves for answer in result.taken):
        add_end(embed, result.view, tongue)
    return signed(embed, result.view, tongue, told=bool(score))


def _title(result: GuessManyResult, tongue: Tongue) -> str:
    for answer in result.taken:
        if answer.solves:
            return tongue("guess-found-title", word=answer.entry.word)
    if not result.taken:
        return tongue("play-several-none")
    best = _best(result.taken)
    emoji = LOOKS[band(best.entry.rank)].emoji
    return tongue("play-several-title", emoji=emoji, number=len(result.taken))


def _taken(result: GuessManyResult, tongue: Tongue) -> str:
    if not result.taken:
        return ""
    entries = [answer.entry for answer in result.taken]
    marked = _best(result.taken).entry if len(entries) > 1 else None
    forms = [
        tongue("guess-counts-as", typed=x.typed, word=x.entry.word)
        for x in result.taken
        if x.typed != x.entry.word
    ]
    return "\n".join([table(result.view, entries, marked, tongue), *forms])


def _change(result: GuessManyResult, tongue: Tongue) -> str:
    """How the nearest of the words compares with what was nearest before all of them."""
    if not result.taken or any(answer.solves for answer in result.taken):
        return ""
    best, first = _best(result.taken), result.taken[0]
    counts = best.entry.attempt is not None and not best.repeated
    if counts and first.best_before is None and len(result.taken) > 1:
        return tongue("play-several-first")
    whole = GuessResult(
        result.view, best.entry, best.typed, first.best_before, repeated=best.repeated
    )
    return change_line(whole, tongue)


def _unspent(result: GuessManyResult, tongue: Tongue) -> str:
    if not result.unspent:
        return ""
    return tongue("play-several-unspent", number=len(result.unspent))


def _refused(result: GuessManyResult, tongue: Tongue) -> list[str]:
    """What is wrong with the other words: alike ones in one line, and no sentence twice."""
    refusals = [answer for answer in result.answers if isinstance(answer, Refusal)]
    unknown = [x.error.word for x in refusals if isinstance(x.error, UnknownWord)]
    again = [x.error.entry.word for x in refusals if isinstance(x.error, AlreadyGuessed)]
    lines = []
    if again:
        lines.append(tongue("play-several-again", words=_quoted(again), number=len(again)))
    if unknown:
        lines.append(tongue("play-several-unknown", words=_quoted(unknown), number=len(unknown)))
    if any(isinstance(x.error, NotLetters) for x in refusals):
        lines.append(tongue("play-several-letters"))
    alike = (UnknownWord, AlreadyGuessed, NotLetters)
    others = (error_words(x.error, tongue) for x in refusals if not isinstance(x.error, alike))
    return [*lines, *dict.fromkeys(text for text in others if text)]


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"`{word}`" for word in dict.fromkeys(words))


def _best(taken: Sequence[GuessResult]) -> GuessResult:
    return min(taken, key=lambda answer: answer.entry.rank)


def _colour(result: GuessManyResult) -> int:
    heat = band(_best(result.taken).entry.rank) if result.taken else Band.MILD
    return LOOKS[heat].colour
