"""What can go wrong in the word game, as data: the words for it are the bot's."""

from dataclasses import dataclass
from datetime import date, datetime

from game.model import Board, Entry, Mode, PuzzleFace


class GameError(Exception):
    """The game cannot do what was asked; nothing was changed and nothing was spent."""


@dataclass(eq=False)
class EmptyGuess(GameError):
    """There was nothing in the guess, or nothing but spaces and punctuation."""


@dataclass(eq=False)
class GuessTooLong(GameError):
    """The guess has more characters than any word."""

    length: int
    limit: int


@dataclass(eq=False)
class SeveralWords(GameError):
    """The guess is more than one word."""

    words: tuple[str, ...]


@dataclass(eq=False)
class NotLetters(GameError):
    """The guess holds characters that no word has (digits, symbols, invisible ones)."""

    text: str


@dataclass(eq=False)
class UnknownWord(GameError):
    """The word is not in the vocabulary; `suggestions` are words spelled like it."""

    word: str
    suggestions: tuple[str, ...]


@dataclass(eq=False)
class HurtfulWord(GameError):
    """The word hurts people, so it is put on no board; it is not repeated here either."""


@dataclass(eq=False)
class AlreadyGuessed(GameError):
    """The word stands on the board."""

    entry: Entry
    board: Board
    size: int


@dataclass(eq=False)
class KnowsSecret(GameError):
    """The member has seen the secret on another board of the puzzle and may not solve it again."""

    puzzle: PuzzleFace
    mode: Mode


class ProposedIt(KnowsSecret):
    """The member saw the word as a proposal, and may not solve a shared board with it."""


@dataclass(eq=False)
class AlreadyFinished(GameError):
    """The board's secret is known, so there is nothing to hint at or to give up."""

    puzzle: PuzzleFace
    board: Board


@dataclass(eq=False)
class EndedForOthers(AlreadyFinished):
    """The board has ended without the member, who can be told its secret if they wish so."""


@dataclass(eq=False)
class NothingGuessed(GameError):
    """Giving up needs a guess or a hint of the member's own on the board."""

    puzzle: PuzzleFace


@dataclass(eq=False)
class NoHintLeft(GameError):
    """No word lies between the closest one on the board and the secret."""

    board: Board


@dataclass(eq=False)
class NoWordBetween(GameError):
    """No two words on the board have a nearer one between them, or there are not two."""

    board: Board


@dataclass(eq=False)
class NotOnBoard(GameError):
    """While the secret is unknown, only words that stand on the board are explained."""

    word: str


@dataclass(eq=False)
class NoSuchDay(GameError):
    """There is no puzzle of that day: it lies before the first or after today."""

    day: date
    first: date
    last: date


@dataclass(eq=False)
class NoSuchChoice(GameError):
    """The text names no puzzle: it is neither today, practice, nor a date."""

    text: str


class NoSuchPuzzle(GameError):
    """There is no puzzle of that id here, or it is another member's practice round."""


@dataclass(eq=False)
class NotFinished(GameError):
    """What was asked for is told only after the board has ended."""

    puzzle: PuzzleFace


@dataclass(eq=False)
class TooManyWords(GameError):
    """More words at once than may be guessed in one go."""

    count: int
    limit: int


@dataclass(eq=False)
class NoPractice(GameError):
    """The member has no practice round to return to."""


@dataclass(eq=False)
class SecretGone(GameError):
    """The puzzle was made with other words, and those in use now do not hold its secret."""

    puzzle: PuzzleFace


@dataclass(eq=False)
class InteractionTaken(GameError):
    """Another member's interaction has that id, which never happens with Discord's own ids."""

    interaction_id: int


@dataclass(eq=False)
class NoSuchBoard(GameError):
    """Nobody has played on the board that an old button speaks of, or it is gone."""


@dataclass(eq=False)
class NotForYou(GameError):
    """The board is somebody else's, and not for the member before they know its secret."""


@dataclass(eq=False)
class NotYourTurn(GameError):
    """The member made a relay's latest guess; until then the next one is somebody else's."""

    until: datetime
