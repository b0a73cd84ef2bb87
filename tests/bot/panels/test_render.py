"""How a panel looks, in every style and language."""

from dataclasses import replace
from datetime import UTC, date, datetime

import discord
import pytest

from bot.i18n import LANGUAGES, tongue
from bot.render.panel import VEIL, panel_embed
from game.model import PuzzleFace, PuzzleKind
from game.panels import Panel, PanelView, Pause, Racer, Step
from game.setup import Style

FACE = PuzzleFace(3, PuzzleKind.DAILY, 12, date(2026, 11, 21), par=14, difficulty=3)
SIZE = 29328
# As long as Discord's ids get.
ANNE, BEN = 2**63 - 1, 2**63 - 2
ENGLISH = tongue("en")


def view(style: Style, **more: object) -> PanelView:
    """A panel's view."""
    return replace(PanelView(Panel(3, 800, 900, style), FACE, SIZE), **more)  # type: ignore[arg-type]  # each test names its fields


def busy(style: Style = Style.TOGETHER, **more: object) -> PanelView:
    """A shared board with much on it."""
    steps = [Step(ANNE - n % 3, 40 * (n + 1), n == 2) for n in range(10)]
    given: dict[str, object] = {
        "newest": steps[5:], "warmest": steps, "words": 37, "players": 3, "attempts": 36,
        "hints": 3,
    }  # fmt: skip
    return view(style, **(given | more))


def lines(embed: discord.Embed) -> list[str]:
    """Everything that is written in it, line by line."""
    texts = [embed.title, embed.description, *(t for f in embed.fields for t in (f.name, f.value))]
    return [line for text in (*texts, embed.footer.text) for line in (text or "").split("\n")]


def test_together() -> None:
    """Who guessed how warm, the rank where it is near, the newest and the warmest; no word."""
    written = lines(panel_embed(busy(), ENGLISH))
    assert written[0] == "🌡️ Puzzle #12 · Sat 21 Nov 2026 · together"
    assert written[1] == "**36 guesses** · par 14 · ●●●○○ medium · 3 players · +3 for hints"
    assert f"🌶️ **67.7°** {VEIL} #40 <@{ANNE}>" in written
    assert f"☀️ **58.4°** {VEIL} #120 <@{ANNE - 2}> 💡" in written
    assert "and 27 more" in written
    assert len([line for line in written if VEIL in line]) == 15


def test_far_words_have_no_rank() -> None:
    """Beyond rank 1,000 only the heat is told."""
    far = busy(warmest=[Step(ANNE, 1001, hint=False)], newest=[], words=1)
    assert f"🌤️ **40.0°** {VEIL} <@{ANNE}>" in lines(panel_embed(far, ENGLISH))


def test_solved() -> None:
    """It says who and in how many, and where the word is; not the word."""
    found = busy(warmest=[Step(BEN, 0, hint=False)], solved_in=36, solver_id=BEN)
    written = lines(panel_embed(found, ENGLISH))
    assert f"🎉 <@{BEN}> found the word: **36 guesses**, with the hints **39 strokes**." in written
    assert "The word is behind *Show me*." in written
    assert f"🎉 **100.0°** {VEIL} <@{BEN}>" in written
    without = lines(panel_embed(replace(found, hints=0), ENGLISH))
    assert f"🎉 <@{BEN}> found the word: **36 guesses**." in without


def test_given_up() -> None:
    """One wish is told, and the end is."""
    assert "🏳️ 1 player would give up." in lines(panel_embed(busy(votes=1), ENGLISH))
    written = lines(panel_embed(busy(gave_up=True, votes=2), ENGLISH))
    assert "🏳️ Given up after 36 guesses." in written


def test_relay_says_whose_turn_it_is_not() -> None:
    """Whom the next guess is not for, and until when; or that anyone may."""
    waits = Pause(BEN, datetime(2026, 11, 21, 12, 10, tzinfo=UTC))
    said = f"🔁 <@{BEN}> guessed last. Until <t:1795263000:t> the next guess is somebody else's."
    assert said in lines(panel_embed(busy(Style.RELAY, pause=waits), ENGLISH))
    assert "🔁 Anyone may guess next." in lines(panel_embed(busy(Style.RELAY), ENGLISH))


def racers(number: int) -> list[Racer]:
    """So many racers, of whom the first four have come in and the fifth has given up."""
    return [
        Racer(ANNE - n, 9 + n, 3, 0 if n < 4 else 20 * n, n == 4, n + 1 if n < 4 else None)
        for n in range(number)
    ]


def test_race() -> None:
    """The first three have medals, all have their strokes, the others their best heat."""
    written = lines(panel_embed(view(Style.RACE, racers=racers(6)), ENGLISH))
    start = written.index("Standings") + 1
    assert written[start : start + 6] == [
        f"🥇 <@{ANNE}> · **12 strokes**",
        f"🥈 <@{ANNE - 1}> · **13 strokes**",
        f"🥉 <@{ANNE - 2}> · **14 strokes**",
        f"**4.** <@{ANNE - 3}> · **15 strokes**",
        f"🏳️ <@{ANNE - 4}> · 16 strokes",
        f"🌶️ **59.9°** #100 <@{ANNE - 5}> · 17 strokes",
    ]
    assert f"🏆 <@{ANNE}> was first. The others may still come in." in written


def test_race_without_hints() -> None:
    """Who has taken no hint has guesses, and no strokes beside them."""
    alone = [Racer(ANNE, 5, 0, 100, gave_up=False, place=None)]
    written = lines(panel_embed(view(Style.RACE, racers=alone), ENGLISH))
    assert f"🌶️ **59.9°** #100 <@{ANNE}> · 5 guesses" in written


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("style", [Style.TOGETHER, Style.RACE, Style.RELAY])
def test_fifty_players_fit(code: str, style: Style) -> None:
    """Within every limit of Discord's, with the longest ids, and the rest is counted."""
    full = view(Style.RACE, racers=racers(50))
    if style is not Style.RACE:
        steps = [Step(ANNE, 1000, hint=True)] * 10
        pause = Pause(ANNE, datetime(2026, 11, 21, tzinfo=UTC))
        full = busy(style, warmest=steps, newest=steps[:5], words=9999, players=50, pause=pause)
    embed = panel_embed(full, tongue(code))
    assert len(embed) <= 6000
    assert all(len(field.value or "") <= 1024 for field in embed.fields)
    if style is Style.RACE:
        assert tongue(code)("panel-more", number=40) in lines(embed)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("style", [Style.TOGETHER, Style.RACE, Style.RELAY])
def test_empty_board_says_how_to_begin(code: str, style: Style) -> None:
    """Before the first guess the panel names the button to press."""
    button = tongue(code)("panel-guess")
    assert any(f"*{button}*" in line for line in lines(panel_embed(view(style), tongue(code))))
