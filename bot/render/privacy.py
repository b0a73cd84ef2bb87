"""Draws what is stored about members, the question whether to forget them, and their export."""

import gzip
from collections.abc import Mapping, Sequence

import discord

from bot.i18n import Tongue
from bot.look import LOOKS
from game.heat import Band
from game.privacy import QUESTION_LIVES, Export
from game.purging import Terms

NAME = "warmer-export.json"
LIMIT = 8 * 1000 * 1000
"""How many bytes a file may have; Discord takes a little more."""
_TOLD = ("guesses", "boards", "practice_rounds")


def privacy_embed(terms: Terms, contact: str | None, tongue: Tongue) -> discord.Embed:
    """What is stored, why, for how long, and who sees it."""
    embed = discord.Embed(
        title=tongue("privacy-title"),
        description=tongue("privacy-text"),
        colour=LOOKS[Band.COLD].colour,
    )
    kept = tongue("privacy-long-text", keep=terms.keep.days, idle=terms.idle.days)
    parts = [
        (tongue("privacy-what"), tongue("privacy-what-text")),
        (tongue("privacy-why"), tongue("privacy-why-text")),
        (tongue("privacy-long"), kept),
        (tongue("privacy-who"), tongue("privacy-who-text")),
        (tongue("privacy-ask"), contact or tongue("privacy-ask-text")),
    ]
    for name, text in parts:
        embed.add_field(name=name, value=text, inline=False)
    return embed


def question_embed(here: Export, everywhere: Export, tongue: Tongue) -> discord.Embed:
    """What would be deleted, here and everywhere."""
    embed = discord.Embed(
        title=tongue("privacy-question"),
        description=tongue("privacy-question-text"),
        colour=LOOKS[Band.BOILING].colour,
    )
    embed.add_field(name=tongue("privacy-here"), value=_sum(here, tongue))
    embed.add_field(name=tongue("privacy-everywhere"), value=_sum(everywhere, tongue))
    minutes = int(QUESTION_LIVES.total_seconds() // 60)
    return embed.set_footer(text=tongue("privacy-question-lives", minutes=minutes))


def forgotten_text(counts: Mapping[str, int] | None, tongue: Tongue) -> str:
    """What was deleted; None stands for an answer that came before."""
    if counts is None:
        return tongue("privacy-done-before")
    if not any(counts.values()):
        return tongue("privacy-nothing")
    return tongue("privacy-done", guesses=counts.get("guesses", 0), boards=counts.get("boards", 0))


def files_of(export: Export) -> list[tuple[str, bytes]]:
    """The document as files that Discord takes, by their names; drawn up off the event loop.

    One too large is compressed, and one still too large cut: joined in order, its pieces are the
    compressed file.
    """
    whole = export.text().encode()
    if len(whole) <= LIMIT:
        return [(NAME, whole)]
    packed = gzip.compress(whole, mtime=0)
    if len(packed) <= LIMIT:
        return [(f"{NAME}.gz", packed)]
    pieces = [packed[at : at + LIMIT] for at in range(0, len(packed), LIMIT)]
    return [(f"{NAME}.gz.{number:03}", piece) for number, piece in enumerate(pieces, 1)]


def export_text(export: Export, files: Sequence[tuple[str, bytes]], tongue: Tongue) -> str:
    """What to say with the document."""
    if len(files) > 1:
        return tongue("privacy-export-pieces", number=len(files))
    if files[0][0] != NAME:
        return tongue("privacy-export-packed")
    return tongue("privacy-export", number=export.rows)


def _sum(export: Export, tongue: Tongue) -> str:
    if not export.rows:
        return tongue("privacy-sum-nothing")
    guesses, boards, rounds = (len(export.drawers.get(name, ())) for name in _TOLD)
    rest = export.rows - guesses - boards - rounds
    return tongue("privacy-sum", guesses=guesses, boards=boards, rounds=rounds, rest=rest)
