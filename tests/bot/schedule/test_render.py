"""The daily post as it reads."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest

from bot.i18n import LANGUAGES, tongue
from bot.render.daily import daily_embed, thread_name
from game.dailies import DailyNews, Solve, Yesterday
from game.model import Mode, PuzzleFace, PuzzleKind
from game.results import Neighbour
from game.setup import Setup, Style
from game.streaks import ServerStreak

DUE = datetime(2026, 11, 21, 18, tzinfo=UTC)
FACE = PuzzleFace(12, PuzzleKind.DAILY, 12, date(2026, 11, 21), None, 34, 4)
BEFORE = PuzzleFace(11, PuzzleKind.DAILY, 11, date(2026, 11, 20), None, 30, 3)
NEAR = tuple(Neighbour(f"word{rank}", rank, 0.5) for rank in range(1, 11))
NO_STREAK = ServerStreak()
SETUP = Setup(1, "UTC", 5)


def solves(*strokes: int, par: int | None = 30) -> tuple[Solve, ...]:
    """Members who needed so many strokes."""
    return tuple(
        Solve(member, Mode.SOLO, number, None if par is None else number - par)
        for member, number in enumerate(strokes, 1)
    )


def fields(
    solved: Sequence[Solve] = (),
    boards: int = 0,
    streak: ServerStreak = NO_STREAK,
    code: str = "en",
) -> dict[str, str]:
    """The fields of a post, by name."""
    yesterday = Yesterday(BEFORE, "river", NEAR, tuple(solved), boards)
    embed = daily_embed(DailyNews(FACE, yesterday, streak, first=False), SETUP, DUE, tongue("en"))
    return {str(field.name): str(field.value) for field in embed.fields}


def test_equal_strokes_share_a_place() -> None:
    """Two seconds, no third, then the fourth; each with what they have against par."""
    found = fields(solves(12, 30, 30, 31), 4)["Who found it"].splitlines()
    assert found == [
        "🥇 <@1> · 12 strokes (18 under par)", "🥈 <@2> · 30 strokes (par)",
        "🥈 <@3> · 30 strokes (par)", "4. <@4> · 31 strokes (1 over par)",
    ]  # fmt: skip


def test_ten_are_named_and_the_rest_counted() -> None:
    """However many found the word, the post stays short, and says how many tried."""
    shown = fields(solves(*range(10, 25)), 40)
    found = shown["Who found it (15 of 40)"].splitlines()
    assert len(found) == 11
    assert found[-1] == "… and 5 more"


def test_shared_boards_and_the_forgotten() -> None:
    """Who found it together with others, and who wished to be forgotten since."""
    several = Solve(7, Mode.TOGETHER, 9, None, players=4)
    nobody = Solve(None, Mode.SOLO, 8, None)
    found = fields([nobody, several], 2)["Who found it"].splitlines()
    assert found == ["🥇 somebody · 8 strokes", "🥈 <@7> and 3 more · 9 strokes"]


@pytest.mark.parametrize(
    ("boards", "said"),
    [(0, "Nobody tried."), (1, "One tried, and"), (5, "5 tried, and")],
)
def test_word_that_nobody_found(boards: int, said: str) -> None:
    """It is told with its neighbours all the same, and that it held."""
    shown = fields((), boards)["Yesterday's word: river"]
    assert "word1 #1 · word2 #2" in shown
    assert said in shown
    assert len(fields((), boards)) == 1


def test_streak_and_freezes() -> None:
    """How long it is, what is in hand, and what comes next."""
    two = fields(streak=ServerStreak(21, 2, 21, 21))["Server streak"]
    assert "**21 days**" in two
    assert "2 freezes" in two
    saved = fields(streak=ServerStreak(8, 0, 0, 8, froze=True))["Server streak"]
    assert "a freeze saved the streak" in saved
    assert "7 more days" in saved
    assert "One more day" in fields(streak=ServerStreak(6, 0, 6, 6))["Server streak"]
    assert "Server streak" not in fields()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("style", Style)
def test_whole_post_fits_in_every_language(code: str, style: Style) -> None:
    """The fullest post keeps Discord's limits, and its timestamp is when it was due."""
    members = [2**63 - number for number in range(60)]
    many = tuple(Solve(member, Mode.TOGETHER, 10**4, 9970, 10**4) for member in members)
    near = tuple(Neighbour("w" * 20, rank, 0.5) for rank in range(1, 11))
    yesterday = Yesterday(BEFORE, "r" * 20, near, many, 10**5)
    streak = ServerStreak(9999, 1, 3, 9999, froze=True)
    news = DailyNews(FACE, yesterday, streak, first=False)
    embed = daily_embed(news, Setup(1, "UTC", 5, style=style), DUE, tongue(code))
    assert len(embed) <= 6000
    assert all(len(field.value or "") <= 1024 for field in embed.fields)
    assert embed.timestamp == DUE
    assert len(thread_name(FACE, tongue(code))) <= 100


def test_number_that_means_nothing_is_left_out() -> None:
    """A server that moved its zone westwards on its first day has a day before the first."""
    early = PuzzleFace(1, PuzzleKind.DAILY, 0, date(2026, 11, 21))
    news = DailyNews(early, None, NO_STREAK, first=True)
    embed = daily_embed(news, SETUP, DUE, tongue("en"))
    assert embed.title == "Warmer · Sat 21 Nov"
    assert "par" not in (embed.description or "")
    assert thread_name(early, tongue("en")) == "Warmer · 21 Nov"
