"""Draws the living board of a channel: how warm everybody is, and not one word."""

from collections.abc import Sequence

import discord
from discord.utils import format_dt

from bot.i18n import Tongue
from bot.look import LOOKS, degrees, shown_rank
from bot.rating import rating_words
from bot.text import member_name
from game.heat import Band, band
from game.model import PuzzleFace
from game.panels import RACERS, PanelView, Racer, Step
from game.setup import Style

VEIL = "▒▒▒▒▒"
"""Stands for every word alike: its length would be a hint."""
_MEDALS = ("🥇", "🥈", "🥉")


def panel_embed(view: PanelView, tongue: Tongue) -> discord.Embed:
    """A panel, in the server's language. It has no word in it."""
    style = view.panel.style
    embed = discord.Embed(
        title=tongue(f"panel-title-{style}", puzzle=_name(view.puzzle, tongue)),
        colour=LOOKS[_best(view)].colour,
    )
    lines = _race(view, tongue) if style is Style.RACE else _shared(view, tongue)
    embed.description = "\n".join(line for line in lines if line)
    for name, rows, more in _fields(view, tongue):
        if rows:
            embed.add_field(name=name, value="\n".join([*rows, *more]), inline=False)
    return embed.set_footer(text=tongue(f"panel-rule-{style}"))


def _name(puzzle: PuzzleFace, tongue: Tongue) -> str:
    day = tongue("common-day", weekday=tongue.weekday(puzzle.day), date=tongue.date(puzzle.day))
    if puzzle.number < 1:
        return tongue("common-puzzle", day=day)
    return tongue("common-puzzle-number", number=puzzle.number, day=day)


def _best(view: PanelView) -> Band:
    ranks = [step.rank for step in view.warmest[:1]]
    ranks += [racer.best_rank for racer in view.racers if racer.best_rank is not None]
    return band(min(ranks)) if ranks else Band.FREEZING


def _shared(view: PanelView, tongue: Tongue) -> list[str]:
    lines = [_spent(view, tongue)]
    if view.finished:
        return [*lines, _end(view, tongue), tongue("panel-ended", button=tongue("panel-show"))]
    if not view.words:
        lines.append(tongue("panel-empty", button=tongue("panel-guess")))
    if view.votes:
        lines.append(tongue("panel-votes", number=view.votes))
    if view.panel.style is Style.RELAY and view.words:
        lines.append(_turn(view, tongue))
    return lines


def _spent(view: PanelView, tongue: Tongue) -> str:
    parts = [rating_words(view.puzzle, tongue)]
    if view.words:
        guesses = tongue("common-guesses", number=view.attempts)
        parts = [f"**{guesses}**", *parts, tongue("panel-players", number=view.players)]
    if view.hints:
        parts.append(tongue("common-hints-cost", strokes=view.hints))
    return " · ".join(part for part in parts if part)


def _end(view: PanelView, tongue: Tongue) -> str:
    if view.solved_in is None:
        return tongue("panel-given-up", guesses=tongue("common-guesses", number=view.attempts))
    told = {
        "member": member_name(view.solver_id, tongue),
        "guesses": tongue("common-guesses", number=view.solved_in),
    }
    if not view.hints:
        return tongue("panel-solved", **told)
    strokes = tongue("common-strokes", number=view.solved_in + view.hints)
    return tongue("panel-solved-hints", **told, strokes=strokes)


def _turn(view: PanelView, tongue: Tongue) -> str:
    if view.pause is None:
        return tongue("panel-anyone")
    until = format_dt(view.pause.until, "t")
    return tongue("panel-not-yet", member=member_name(view.pause.member_id, tongue), when=until)


def _race(view: PanelView, tongue: Tongue) -> list[str]:
    if not view.racers:
        empty = tongue("panel-empty-race", button=tongue("panel-guess"))
        return [rating_words(view.puzzle, tongue) or "", empty]
    running = tongue("panel-racers", number=len(view.racers))
    parts = [f"**{running}**", rating_words(view.puzzle, tongue)]
    lines = [" · ".join(part for part in parts if part)]
    if view.racers[0].place == 1:  # not where the first one is forgotten
        lines.append(tongue("panel-winner", member=f"<@{view.racers[0].member_id}>"))
    return lines


def _fields(view: PanelView, tongue: Tongue) -> list[tuple[str, Sequence[str], Sequence[str]]]:
    if view.panel.style is Style.RACE:
        shown = view.racers[:RACERS]
        rows = [_racer(racer, view.size, tongue) for racer in shown]
        return [(tongue("panel-standings"), rows, _more(len(view.racers) - len(shown), tongue))]
    warmest = [_step(step, view.size, tongue) for step in view.warmest]
    latest = [_step(step, view.size, tongue) for step in view.newest]
    more = _more(view.words - len(warmest), tongue)
    return [(tongue("panel-warmest"), warmest, more), (tongue("panel-latest"), latest, ())]


def _more(left: int, tongue: Tongue) -> list[str]:
    return [tongue("panel-more", number=left)] if left > 0 else []


def _heat(rank: int, size: int, tongue: Tongue) -> str:
    return f"{LOOKS[band(rank)].emoji} **{tongue.degrees(degrees(rank, size))}**"


def _step(step: Step, size: int, tongue: Tongue) -> str:
    near = shown_rank(step.rank, tongue) if step.rank else None
    parts = [_heat(step.rank, size, tongue), VEIL, near, member_name(step.member_id, tongue)]
    parts.append("💡" if step.hint else None)
    return " ".join(part for part in parts if part)


def _racer(racer: Racer, size: int, tongue: Tongue) -> str:
    member = f"<@{racer.member_id}>"
    if racer.place is not None:
        medal = dict(enumerate(_MEDALS, 1)).get(racer.place, f"**{racer.place}.**")
        return f"{medal} {member} · **{tongue('common-strokes', number=racer.strokes)}**"
    spent = tongue("common-guesses", number=racer.attempts)
    if racer.hints:  # a guess count alone would hide what helped
        spent = tongue("common-strokes", number=racer.strokes)
    if racer.gave_up or racer.best_rank is None:
        return f"🏳️ {member} · {spent}"
    near = shown_rank(racer.best_rank, tongue)
    heat = _heat(racer.best_rank, size, tongue)
    return " ".join(part for part in (heat, near, member) if part) + f" · {spent}"
