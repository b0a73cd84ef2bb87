"""Draws what members have achieved."""

from collections.abc import Iterable, Sequence

import discord

from bot.i18n import Tongue
from game.achievements import (
    CLEAN_DAYS,
    FEW,
    LONG_COLD,
    MANY,
    STREAKS,
    UNDER_PAR,
    Achievement,
    Progress,
    upcoming,
)

EMOJI = {
    Achievement.FIRST: "🌱",
    Achievement.UNDER: "⛳",
    Achievement.FEW: "🔮",
    Achievement.WEEK: "🔥",
    Achievement.MONTH: "🕯️",
    Achievement.HUNDRED: "🌞",
    Achievement.CLEAN: "🧭",
    Achievement.SHARP: "🎯",
    Achievement.COMEBACK: "🏔️",
    Achievement.BRAVE: "🦉",
    Achievement.RACE: "🏁",
    Achievement.RELAY: "🤝",
}
NEXT = 2
"""How many achievements to come are told at most."""
_NEEDS: dict[Achievement, dict[str, int]] = {
    Achievement.FEW: {"strokes": FEW},
    **{kind: {"days": days} for kind, days in STREAKS.items()},
    Achievement.CLEAN: {"days": CLEAN_DAYS},
    Achievement.SHARP: {"number": UNDER_PAR},
    Achievement.COMEBACK: {"words": LONG_COLD},
    Achievement.BRAVE: {"strokes": MANY},
}


def with_earned(
    embed: discord.Embed, earned: Sequence[Achievement], tongue: Tongue
) -> discord.Embed:
    """The answer to a guess, with what was achieved by it."""
    if earned:
        title = tongue("achievements-new", number=len(earned))
        embed.add_field(name=title, value=_earned(earned, tongue), inline=False)
    return embed


def _earned(earned: Iterable[Achievement], tongue: Tongue) -> str:
    return "\n".join(
        tongue(
            "achievements-line",
            emoji=EMOJI[kind],
            name=tongue(f"achievements-{kind}-name"),
            how=tongue(f"achievements-{kind}-how", **_NEEDS.get(kind, {})),
        )
        for kind in earned
    )


def progress_title(found: Sequence[Progress], tongue: Tongue) -> str:
    """How many are earned, out of how many."""
    earned = sum(x.earned for x in found)
    return tongue("achievements-title", number=earned, all=len(found))


def progress_lines(found: Sequence[Progress], own: bool, tongue: Tongue) -> str:
    """What is earned, in short; and what comes next, where the record is the reader's own."""
    names = [
        tongue(
            "achievements-name",
            emoji=EMOJI[x.achievement],
            name=tongue(f"achievements-{x.achievement}-name"),
        )
        for x in found
        if x.earned
    ]
    none = tongue("achievements-none" if own else "achievements-none-theirs")
    return "\n".join([" · ".join(names) or none, *(_next(found, tongue) if own else ())])


def _next(found: Sequence[Progress], tongue: Tongue) -> Iterable[str]:
    if not any(x.earned for x in found):
        return
    for x in upcoming(found)[:NEXT]:
        number = x.left or 0
        if x.achievement is Achievement.SHARP:
            left = tongue("achievements-more-solves", number=number)
        else:
            left = tongue("achievements-more-days", number=number)
        name = tongue(f"achievements-{x.achievement}-name")
        yield tongue("achievements-next", emoji=EMOJI[x.achievement], name=name, left=left)
