"""The one place that turns errors into words for players."""

from collections.abc import Callable
from datetime import date

from bot.look import FAR, LOOKS, degrees, shown_rank
from game import errors
from game.heat import band
from game.model import Mode, PuzzleFace, PuzzleKind
from store.errors import DatabaseLocked, DatabaseReadOnly, StoreError

Words = Callable[..., str]

SEE_BELOW = "That took me a moment. The answer is below, where everybody can see it."
"""What stands in place of "thinking…", which only the member saw, before a public answer."""


def error_words(error: BaseException) -> str | None:
    """What to tell the player about an error; None where none of it is theirs to know."""
    for kind in type(error).__mro__:
        if kind in _WORDS:
            return _WORDS[kind](error)
    return None


def puzzle_name(puzzle: PuzzleFace, today: date) -> str:
    """The name of a puzzle: today's, one of the archive, or a practice round."""
    if puzzle.kind is PuzzleKind.PRACTICE:
        return f"Practice round {puzzle.number}"
    number = f" #{puzzle.number}" if puzzle.number > 0 else ""
    return f"Puzzle{number} · {day_name(puzzle.day, today)}"


def day_name(day: date, today: date) -> str:
    """A date as people say it."""
    if day == today:
        return f"today, {day.day} {day:%b}"
    return f"{day:%a} {_date(day)}"


def mode_name(mode: Mode) -> str:
    """How a board is shared."""
    return "together" if mode is Mode.TOGETHER else "solo"


def count(number: float, noun: str) -> str:
    """A number with its noun: 1 guess, 2 guesses, 2.5 guesses."""
    ending = "" if number == 1 else "es" if noun.endswith("s") else "s"
    figures = f"{int(number):,}" if number == int(number) else f"{number:,}"
    return f"{figures} {noun}{ending}"


def _unknown(error: errors.UnknownWord) -> str:
    text = f"I don't know the word `{error.word}`, so it costs you nothing."
    if error.suggestions:
        near = ", ".join(f"`{word}`" for word in error.suggestions)
        return f"{text} Did you mean {near}?"
    return f"{text} Names, abbreviations and very rare words are left out."


def _already(error: errors.AlreadyGuessed) -> str:
    entry = error.entry
    look, warmth = LOOKS[band(entry.rank)], degrees(entry.rank, error.size)
    who = f"<@{entry.member_id}>" if error.board.key.mode is Mode.TOGETHER else "you"
    how = "had it as a hint" if entry.hint else "guessed it before"
    rank = shown_rank(entry.rank)
    place = FAR if rank is None else f"rank {rank}"
    return (
        f"`{entry.word}` is on the board already: {who} {how}. {look.emoji} {warmth:.1f}°, "
        f"{place}. It costs nothing to say it again."
    )


def _no_between(error: errors.NoWordBetween) -> str:
    if error.board.entries < 2:
        return "To look between words, guess two of them first. It costs nothing."
    return (
        "No two words on the board have a warmer one between them, so this costs nothing. "
        "Guess in another direction, or take another kind of hint."
    )


def _several(error: errors.SeveralWords) -> str:
    first = error.words[0][:32]
    return f"One word at a time, please: try `{first}` on its own. It costs you nothing."


def _too_long(error: errors.GuessTooLong) -> str:
    return (
        f"That is {error.length:,} characters, and no word I know has more than {error.limit}. "
        "It costs you nothing: guess one plain word."
    )


def _no_day(error: errors.NoSuchDay) -> str:
    if error.day > error.last:
        return f"The puzzle of {_date(error.day)} is not out yet. Today is {_date(error.last)}."
    return (
        f"There is no puzzle of {_date(error.day)}: the first here was that of "
        f"{_date(error.first)}."
    )


def _date(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def _knows(error: errors.KnowsSecret) -> str:
    if error.mode is Mode.SOLO:
        return (
            "You know this word already from the channel's board, so it does not count again. "
            "`/practice` has another one."
        )
    return (
        "You know this word from another board, so finding it here is left to the others. "
        "You may still nudge them with near words."
    )


def _finished(error: errors.AlreadyFinished) -> str:
    how = "solved" if error.board.solved else "given up"
    return (
        f"This board is {how} already. Look back with `/board`, or play on with `/practice`: "
        "it is free."
    )


_WORDS: dict[type[BaseException], Words] = {
    errors.EmptyGuess: lambda _: (
        "There was no word in that. Guess one plain word, such as `/guess word:river`."
    ),
    errors.GuessTooLong: _too_long,
    errors.SeveralWords: _several,
    errors.NotLetters: lambda _: (
        "A guess is letters only: no digits, symbols, emoji or invisible characters. "
        "It costs you nothing; try one plain word, such as `river`."
    ),
    errors.UnknownWord: _unknown,
    errors.HurtfulWord: lambda _: (
        "I'd rather not put that on a board. It costs nothing, and nobody else has seen it."
    ),
    errors.AlreadyGuessed: _already,
    errors.KnowsSecret: _knows,
    errors.AlreadyFinished: _finished,
    errors.NothingGuessed: lambda _: (
        "There is nothing to give up yet. Guess a word first, or ask for a `/hint`."
    ),
    errors.NoHintLeft: lambda _: (
        "You are as close as a hint can bring you: the next step is the word itself."
    ),
    errors.NoWordBetween: _no_between,
    errors.NotOnBoard: lambda error: (
        f"`{error.word}` is not on the board. While the secret is one, I explain only words that "
        "stand there: guess it first."
    ),
    errors.NoSuchDay: _no_day,
    errors.NoSuchChoice: lambda _: (
        "I know no such puzzle. Choose `today`, `practice`, or a day such as `2026-11-21`."
    ),
    errors.InteractionTaken: lambda _: (
        "That got mixed up with somebody else's move, so nothing was counted. Please try again."
    ),
    errors.NoPractice: lambda _: "You have no practice round yet. Start one with `/practice`.",
    errors.SecretGone: lambda _: (
        "This puzzle was made with an older list of words and cannot be played any more. "
        "Today's puzzle and `/practice` can."
    ),
    DatabaseLocked: lambda _: (
        "I am busy for a moment and could not write that down. Nothing was counted: "
        "please try again."
    ),
    DatabaseReadOnly: lambda _: (
        "I cannot write anything down at the moment, so nothing was counted. "
        "Please tell whoever runs me: the database is read-only."
    ),
    StoreError: lambda _: (
        "I cannot reach my notes at the moment, so nothing was counted. Please try again soon."
    ),
}
