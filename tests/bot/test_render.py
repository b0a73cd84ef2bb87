"""What is drawn fits into an embed, whatever is on the board, and tells no secret."""

import dataclasses
from collections.abc import Callable
from datetime import UTC, date, datetime

import discord
import pytest
from discord import app_commands
from hypothesis import given
from hypothesis import strategies as st

from bot import render
from bot.i18n import LANGUAGES, Tongue, tongue
from embedding.words.table import Sense
from game.model import Board, BoardKey, Entry, Mode, PuzzleFace, PuzzleKind
from game.results import (
    BoardView,
    GiveUpResult,
    GuessResult,
    HintResult,
    Neighbour,
    Record,
    SpellingResult,
    WhyResult,
)
from game.rules import HintKind
from game.stats import BUCKETS, Statistics
from game.why import Link, Tie, Why

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
TODAY = NOON.date()
SIZE = 50_000
TONGUES = [tongue(code) for code in LANGUAGES]
ENGLISH = TONGUES[0]
LONGEST = "W" * 32
SECRET = "hippopotamus"
# Every link at once, with senses as long as any.
WHY = Why(
    LONGEST,
    tuple(Tie(link, "noun.animal") for link in Link),
    Sense("n", "*g*" * 200),
    Sense("n", "g" * 600),
    (LONGEST,) * 5,
)


def fits(embed: discord.Embed) -> bool:
    """Whether Discord takes the embed: its documented limits."""
    fields = [(str(field.name), str(field.value)) for field in embed.fields]
    return (
        len(embed) <= 6000
        and len(embed.title or "") <= 256
        and len(embed.description or "") <= 4096
        and len(embed.footer.text or "") <= 2048
        and len(fields) <= 25
        and all(1 <= len(name) <= 256 and 1 <= len(value) <= 1024 for name, value in fields)
    )


@st.composite
def views(draw: st.DrawFn) -> BoardView:
    """Boards of up to 500 words of up to 32 letters, open, solved or given up."""
    number = draw(st.integers(0, 500))
    mode = draw(st.sampled_from(Mode))
    kind = draw(st.sampled_from(PuzzleKind))
    finished = draw(st.booleans())
    solved = finished and draw(st.booleans())
    ranks = draw(st.lists(st.integers(1, 10 * SIZE), min_size=number, max_size=number).map(sorted))
    words = draw(st.lists(st.sampled_from([LONGEST, "i", "river"]), min_size=3, max_size=3))
    entries = [
        Entry(1, i + 1, 10**19, words[i % 3], 0.1, rank, NOON, None if i % 5 else i + 1, i % 5 == 1)
        for i, rank in enumerate(ranks)
    ]
    board = Board(
        BoardKey(1, mode, 10**19), 1, number, number, number, min(ranks, default=None),
        number if solved else None, 10**19 if solved else None,
        finished and not solved, NOON if finished else None,
    )  # fmt: skip
    face = PuzzleFace(1, kind, draw(st.integers(-3, 10**6)), draw(st.dates()), None)
    nearest = tuple(Neighbour(LONGEST, rank, 0.9) for rank in range(draw(st.sampled_from([0, 10]))))
    secret, near = (SECRET, nearest) if finished else (None, ())
    return BoardView(face, board, entries, SIZE, TODAY, secret, near)


def guessed(view: BoardView, rank: int = 3) -> GuessResult:
    """A guess on that board."""
    attempt = None if view.board.finished and rank else view.board.attempts + 1
    entry = Entry(1, 501, 10**19, LONGEST, 0.2, rank, NOON, attempt)
    return GuessResult(view, entry, "w" * 32, view.board.best_rank)


DRAWN: dict[str, Callable[[BoardView, Tongue], discord.Embed]] = {
    "board": render.board_embed,
    "guess": lambda view, said: render.guess_embed(guessed(view), said),
    "found": lambda view, said: render.guess_embed(guessed(view, 0), said),
    "hint": lambda view, said: render.hint_embed(HintResult(view, guessed(view).entry), said),
    "hint between": lambda view, said: render.hint_embed(
        HintResult(view, guessed(view).entry, HintKind.BETWEEN, 2, (LONGEST, LONGEST)), said
    ),
    "spelling": lambda view, said: render.hint_embed(SpellingResult(view, "h", 32, 5), said),
    "why": lambda view, said: render.why_embed(WhyResult(view, WHY, 10 * SIZE), said),
    "give up": lambda view, said: render.give_up_embed(GiveUpResult(view, 1, 2), said),
    "practice": render.practice_embed,
}


@given(views(), st.sampled_from(TONGUES))
def test_embeds_fit(view: BoardView, said: Tongue) -> None:
    """Every embed keeps Discord's limits, with any board behind it and in any language."""
    misfits = [name for name, draw in DRAWN.items() if not fits(draw(view, said))]
    assert misfits == []


@given(views(), st.sampled_from(TONGUES))
def test_open_boards_tell_no_secret(view: BoardView, said: Tongue) -> None:
    """Even where a view of an open board held the secret and its neighbours, none is drawn."""
    leaking = dataclasses.replace(
        view,
        secret=SECRET,
        nearest=(Neighbour("rhinoceros", 1, 0.9),),
        board=dataclasses.replace(view.board, finished_at=None, solved_in=None, gave_up=False),
    )
    told = [
        name
        for name, draw in DRAWN.items()
        if name != "found"
        and ("hippo" in (text := str(draw(leaking, said).to_dict())) or "rhino" in text)
    ]
    assert told == []


def test_board_shows_the_nearest() -> None:
    """A page of a board shows so many of its words, and says how many there are."""
    entries = [Entry(1, i, 7, f"word{i}", 0.1, i, NOON, i) for i in range(1, 41)]
    board = Board(BoardKey(1, Mode.SOLO, 7), 1, 40, 40, 0, 1)
    face = PuzzleFace(1, PuzzleKind.DAILY, 1, TODAY)
    text = render.board_embed(BoardView(face, board, entries, SIZE, TODAY), ENGLISH).description
    assert text is not None
    assert "word25" in text
    assert "word26" not in text
    assert "Page 1 of 2 · 40 words" in text


def record(**changes: object) -> Record:
    """A record of four puzzles, three of them solved."""
    figures = Statistics(4, 3, 1, 3, 1, 2.5, 1, 2, (1, 1, 1) + (0,) * (len(BUCKETS) - 2))
    return Record(7, dataclasses.replace(figures, **changes), date(2026, 11, 21), frozenset())


def test_record() -> None:
    """A record names every figure, with its nouns in the right number."""
    embed = render.record_embed(record(), "ann", ENGLISH)
    fields = {field.name: field.value for field in embed.fields}
    assert fields["Solved"] == "3 (75 %)"
    assert fields["Streak"] == "1 day (longest 2)"
    assert fields["Best"] == "1 stroke"
    assert fields["Median"] == "2.5 strokes"
    assert fits(embed)


def test_record_of_nothing_solved() -> None:
    """A record without a solved puzzle has dashes, and no empty picture."""
    nothing = record(
        solved=0, best=None, median=None, distribution=(0,) * (len(BUCKETS) + 1), streak=0
    )
    embed = render.record_embed(nothing, "ann", ENGLISH)
    fields = {field.name: field.value for field in embed.fields}
    assert fields["Best"] == fields["Median"] == "–"
    assert "Strokes to solve" not in fields


@given(st.text(max_size=32))
def test_any_name_fits(name: str) -> None:
    """No display name bends a record's embed."""
    assert fits(render.record_embed(record(), name, ENGLISH))


@pytest.mark.parametrize("code", LANGUAGES)
def test_help_fits(code: str) -> None:
    """The help is one embed, in any language, however many commands there are."""

    @app_commands.command(description="d" * 100)
    async def command(_: discord.Interaction) -> None: ...

    assert fits(render.help_embed([], tongue(code)))
    full = render.help_embed([command] * 30, tongue(code))
    assert fits(full)
    assert str(full.to_dict()).count("d" * 100) == 30


def test_help_sets_commands_for_admins_apart() -> None:
    """Commands, also those in groups, are told by their whole names; those for admins last."""

    @app_commands.default_permissions(manage_guild=True)
    class Pool(app_commands.Group):
        @app_commands.command(description="Put a word forward.")
        async def propose(self, _: discord.Interaction) -> None: ...

    @app_commands.command(description="Say hello.")
    async def hello(_: discord.Interaction) -> None: ...

    fields = {f.name: f.value for f in render.help_embed([Pool(), hello], ENGLISH).fields}
    assert (fields["Commands"] or "").startswith("`/hello` Say hello.\n")
    assert fields["For those who run the server"] == "`/pool propose` Put a word forward."
