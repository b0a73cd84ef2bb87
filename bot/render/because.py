"""Draws the whole account of a recommendation: what adds up to it, to the last digit shown."""

from collections.abc import Mapping, Sequence

import discord

from bot.called import plain_title
from bot.i18n import Tongue
from bot.look import LOOKS
from bot.render.recommend import tag_words
from bot.taste_text import stars_of
from game.heat import Band
from recsys.nouns import Item, Opinion
from recsys.picks import Explanation, Side

_MOST_LINES = 14


def why_embed(
    explained: Explanation, own: Mapping[int, Opinion], tongue: Tongue, *, together: bool = False
) -> discord.Embed:
    """All that adds up to a score, after what counts on the list beside it.

    `together`: the list is for others too, of whose ratings nothing is told.
    """
    embed = discord.Embed(
        title=tongue("recommend-why-title", title=plain_title(explained.item)),
        colour=LOOKS[Band.BOILING].colour,
    )
    blocks = _place(explained, tongue, together=together)
    if explained.cold:
        blocks.append(tongue("recommend-why-new"))
    if explained.shared:
        blocks.append(tongue("recommend-why-words", words=tag_words(explained.shared)))
    if not explained.reasons:
        blocks.append(tongue("recommend-why-nothing"))
    else:
        blocks.append(tongue("recommend-why-text"))
        blocks.append(_account(explained, own, tongue))
    embed.description = "\n\n".join(blocks)
    return embed


def _place(explained: Explanation, tongue: Tongue, *, together: bool) -> list[str]:
    """What put it on the list, where that is not one's own taste alone."""
    if not explained.terms:
        return []
    rows = []
    for term in explained.terms:
        side = "all" if together and term.side is Side.TASTE else term.side.value
        words = tongue(f"recommend-why-side-{side}", most=round(100 * term.most))
        rows.append((round(10_000 * term.amount), words))
    own = "recommend-why-own-group" if together else "recommend-why-own-mood"
    table = _table(rows, tongue("recommend-why-points"), tongue)
    mood = any(term.side is Side.MOOD for term in explained.terms)
    place = tongue("recommend-why-place-mood" if mood else "recommend-why-place")
    later = [tongue("recommend-why-later")] if explained.later else []
    return [place, table, *later, tongue(own)]


def _account(explained: Explanation, own: Mapping[int, Opinion], tongue: Tongue) -> str:
    rows = [(_hundredths(reason.amount), _titled(reason.item, own)) for reason in explained.reasons]
    shown, rest = rows[:_MOST_LINES], rows[_MOST_LINES:]
    if rest:
        words = tongue("recommend-why-rest", number=len(rest))
        shown.append((sum(amount for amount, _ in rest), words))
    shown.append((_hundredths(explained.base), tongue("recommend-why-base")))
    return _table(shown, tongue("recommend-why-total"), tongue)


def _table(rows: Sequence[tuple[int, str]], total: str, tongue: Tongue) -> str:
    """A table of hundredths whose last line is the sum of the others, as they are written."""
    whole = sum(amount for amount, _ in rows)
    lines = [*(_row(x, tongue) for x in rows), "─" * 9, _row((whole, total), tongue, signed=False)]
    return "```\n" + "\n".join(lines) + "\n```"


def _hundredths(amount: float) -> int:
    """An amount in hundredths of the points in which it is written, 10,000 to 1."""
    return round(1_000_000 * amount)


def _row(row: tuple[int, str], tongue: Tongue, *, signed: bool = True) -> str:
    amount, words = row
    point = "." if tongue.code == "en" else ","
    figures = f"{amount / 100:{'+' if signed else ''}.2f}".replace(".", point)
    return f"{figures:>9} {words}"


def _titled(item: Item, own: Mapping[int, Opinion]) -> str:
    opinion = own.get(item.id)
    stars = "" if opinion is None or opinion.stars is None else f" {stars_of(opinion.stars)}"
    title = plain_title(item).replace("`", "'")
    return (title if len(title) <= 40 else f"{title[:39]}…") + stars
