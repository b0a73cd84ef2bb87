"""Several guesses at once: how a text falls into words, and what is answered."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from game.errors import GameError, GuessTooLong, TooManyWords
from game.model import Entry
from game.normalise import bare
from game.results import BoardView, GuessResult

MOST_WORDS = 20
"""How many words may be guessed in one go."""
LONGEST_TEXT = 6000
"""No text that Discord hands on is longer."""
_BETWEEN = re.compile(r"[\s,;]+")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A word that was not taken and cost nothing, and why."""

    typed: str
    error: GameError


@dataclass(frozen=True, slots=True)
class Taken:
    """A word that was taken. `best_before` is the best rank the board had before it."""

    entry: Entry
    typed: str
    best_before: int | None


@dataclass(frozen=True, slots=True)
class GuessManyResult:
    """The answers to several words in their order, and the board after all of them.

    `unspent` are the words that came after the one which ended the board: they were not guessed.
    """

    view: BoardView
    answers: Sequence[GuessResult | Refusal]
    unspent: Sequence[str] = ()

    @property
    def taken(self) -> list[GuessResult]:
        """The words that were taken."""
        return [answer for answer in self.answers if isinstance(answer, GuessResult)]


def split(text: str) -> tuple[str, ...]:
    """The words in a text, each once, set apart by spaces, commas, semicolons or lines.

    A text without any comes back as it is. Raises TooManyWords or GuessTooLong.
    """
    if len(text) > LONGEST_TEXT:
        raise GuessTooLong(len(text), LONGEST_TEXT)
    parts = _BETWEEN.split(unicodedata.normalize("NFKC", text))
    words = tuple(dict.fromkeys(part for part in parts if bare(part)))
    if len(words) > MOST_WORDS:
        raise TooManyWords(len(words), MOST_WORDS)
    return words or (text,)


def with_view(view: BoardView, answers: Sequence[Taken | Refusal]) -> list[GuessResult | Refusal]:
    """The answers, each with the board as all of them left it."""
    return [
        GuessResult(view, x.entry, x.typed, x.best_before) if isinstance(x, Taken) else x
        for x in answers
    ]
