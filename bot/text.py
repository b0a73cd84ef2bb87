"""The one place that turns errors into words for players; and the names of puzzles and boards."""

from collections.abc import Callable
from datetime import date

from discord.utils import escape_markdown, format_dt

from bot.busy import Overloaded, Stopping
from bot.i18n import Tongue
from bot.look import LOOKS, degrees, shown_rank
from bot.permissions import NoServer, NotManager
from embedding.errors import EmbeddingError
from game import errors, proposals
from game.heat import band
from game.model import Mode, PuzzleFace, PuzzleKind
from game.privacy import NotYourQuestion, QuestionTooOld
from store.errors import DatabaseLocked, DatabaseReadOnly, StoreError, UnknownServer

Words = Callable[..., str]


def error_words(error: BaseException, tongue: Tongue) -> str | None:
    """What to tell the player about an error; None where none of it is theirs to know."""
    for kind in type(error).__mro__:
        if kind in _WORDS:
            return _WORDS[kind](error, tongue)
        if kind in _PLAIN:
            return tongue(_PLAIN[kind])
    if type(error).__module__.startswith("recsys."):
        from bot.taste_text import taste_words  # its errors bring SciPy, which a start need not

        return taste_words(error, tongue)
    return None


def puzzle_name(puzzle: PuzzleFace, today: date, tongue: Tongue) -> str:
    """The name of a puzzle: today's, one of the archive, or a practice round."""
    if puzzle.kind is PuzzleKind.PRACTICE:
        return tongue("common-practice-round", number=puzzle.number)
    day = day_name(puzzle.day, today, tongue)
    if puzzle.number > 0:
        return tongue("common-puzzle-number", number=puzzle.number, day=day)
    return tongue("common-puzzle", day=day)


def day_name(day: date, today: date, tongue: Tongue) -> str:
    """A date as people say it."""
    if day == today:
        return tongue("common-today", date=tongue.date(day, "MMMd"))
    return tongue("common-day", weekday=tongue.weekday(day), date=tongue.date(day))


def member_name(member_id: int | None, tongue: Tongue) -> str:
    """A mention of a member; "somebody" where they are forgotten."""
    known = member_id is not None and member_id > 0
    return f"<@{member_id}>" if known else tongue("common-somebody")


def mode_name(mode: Mode, tongue: Tongue) -> str:
    """How a board is shared."""
    return tongue(f"common-mode-{mode}")


def _unknown(error: errors.UnknownWord, tongue: Tongue) -> str:
    if error.suggestions:
        near = ", ".join(f"`{word}`" for word in error.suggestions)
        return tongue("errors-unknown-word-near", word=error.word, near=near)
    return tongue("errors-unknown-word", word=error.word)


def _already(error: errors.AlreadyGuessed, tongue: Tongue) -> str:
    entry = error.entry
    told = {"word": entry.word, "heat": _warmth(error, tongue)}
    if error.board.key.mode is Mode.TOGETHER:
        told["member"] = member_name(entry.member_id, tongue)
        return tongue("errors-hinted-to" if entry.hint else "errors-guessed-by", **told)
    return tongue("errors-hinted-to-you" if entry.hint else "errors-guessed-by-you", **told)


def _warmth(error: errors.AlreadyGuessed, tongue: Tongue) -> str:
    emoji = LOOKS[band(error.entry.rank)].emoji
    heat = tongue.degrees(degrees(error.entry.rank, error.size))
    rank = shown_rank(error.entry.rank, tongue)
    if rank is None:
        return tongue("errors-heat-far", emoji=emoji, heat=heat)
    return tongue("errors-heat-near", emoji=emoji, heat=heat, rank=rank)


def _no_between(error: errors.NoWordBetween, tongue: Tongue) -> str:
    if error.board.entries < 2:
        return tongue("errors-two-words-first")
    return tongue("errors-no-word-between")


def _several(error: errors.SeveralWords, tongue: Tongue) -> str:
    return tongue("errors-several-words", word=error.words[0][:32])


def _too_long(error: errors.GuessTooLong, tongue: Tongue) -> str:
    return tongue("errors-too-long", length=error.length, limit=error.limit)


def _not_on_board(error: errors.NotOnBoard, tongue: Tongue) -> str:
    return tongue("errors-not-on-board", word=error.word)


def _no_day(error: errors.NoSuchDay, tongue: Tongue) -> str:
    day = tongue.date(error.day)
    if error.day > error.last:
        return tongue("errors-day-to-come", day=day, last=tongue.date(error.last))
    return tongue("errors-day-before-first", day=day, first=tongue.date(error.first))


def _too_many(error: errors.TooManyWords, tongue: Tongue) -> str:
    return tongue("errors-too-many-words", count=error.count, limit=error.limit)


def _not_your_turn(error: errors.NotYourTurn, tongue: Tongue) -> str:
    return tongue("errors-not-your-turn", when=format_dt(error.until, "R"))


def _knows(error: errors.KnowsSecret, tongue: Tongue) -> str:
    return tongue(f"errors-knows-secret-{error.mode}")


def _finished(error: errors.AlreadyFinished, tongue: Tongue) -> str:
    if error.board.solved:
        return tongue("errors-finished-solved")
    return tongue("errors-finished-given-up")


def _day_taken(error: proposals.DayTaken, tongue: Tongue) -> str:
    return tongue("puzzle-day-taken", day=tongue.date(error.day))


def _bad_day(error: proposals.BadDay, tongue: Tongue) -> str:
    text = f"*{escape_markdown(error.text[:20])}*" if error.text.strip() else "…"
    return tongue("puzzle-bad-day", text=text, example="2026-12-24")


def _out_of_reach(error: proposals.DayOutOfReach, tongue: Tongue) -> str:
    first, last = tongue.date(error.first), tongue.date(error.last)
    return tongue("puzzle-day-out-of-reach", first=first, last=last)


def _too_many_proposals(error: proposals.TooManyProposals, tongue: Tongue) -> str:
    return tongue("puzzle-too-many", limit=error.limit)


_PLAIN: dict[type[BaseException], str] = {
    Overloaded: "errors-busy",
    Stopping: "errors-stopping",
    errors.EmptyGuess: "errors-empty-guess",
    errors.NotLetters: "errors-not-letters",
    errors.HurtfulWord: "errors-hurtful-word",
    errors.NothingGuessed: "errors-nothing-guessed",
    errors.NoHintLeft: "errors-no-hint-left",
    errors.NoSuchChoice: "errors-no-such-choice",
    errors.InteractionTaken: "errors-interaction-taken",
    errors.NoSuchPuzzle: "errors-no-such-puzzle",
    errors.NotFinished: "errors-not-finished",
    errors.NoSuchBoard: "errors-no-such-board",
    errors.NotForYou: "errors-not-for-you",
    errors.NoPractice: "errors-no-practice",
    errors.SecretGone: "errors-secret-gone",
    errors.ProposedIt: "puzzle-insider",
    proposals.NoSuchProposal: "puzzle-no-such-proposal",
    NotManager: "setup-not-manager",
    NoServer: "setup-no-server",
    QuestionTooOld: "errors-question-too-old",
    NotYourQuestion: "errors-not-your-question",
    DatabaseLocked: "errors-database-locked",
    DatabaseReadOnly: "errors-database-read-only",
    UnknownServer: "errors-server-gone",
    StoreError: "errors-store",
    EmbeddingError: "errors-no-encoder",
}
_WORDS: dict[type[BaseException], Words] = {
    errors.GuessTooLong: _too_long,
    errors.SeveralWords: _several,
    errors.UnknownWord: _unknown,
    errors.AlreadyGuessed: _already,
    errors.KnowsSecret: _knows,
    errors.AlreadyFinished: _finished,
    errors.NoWordBetween: _no_between,
    errors.NotOnBoard: _not_on_board,
    errors.NoSuchDay: _no_day,
    errors.TooManyWords: _too_many,
    errors.NotYourTurn: _not_your_turn,
    proposals.DayTaken: _day_taken,
    proposals.BadDay: _bad_day,
    proposals.DayOutOfReach: _out_of_reach,
    proposals.TooManyProposals: _too_many_proposals,
}
