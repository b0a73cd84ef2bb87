"""Par: how many guesses a puzzle takes, by simulated players, before anybody plays it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from statistics import median_low

from embedding.players.artifact import Associates
from embedding.words.table import WordTable
from game.mind import Mind
from game.scoring import Scores, score
from game.simulate import MIDDLING, PATIENCE, STRENGTHS, Player, Strength


@dataclass(frozen=True, slots=True)
class Showing:
    """How players of one strength did: the guesses of each game, None where it was not solved."""

    strength: str
    guesses: tuple[int | None, ...]

    @property
    def solved(self) -> float:
        """The share of games in which the secret was found."""
        return sum(number is not None for number in self.guesses) / len(self.guesses)

    @property
    def median(self) -> int | None:
        """The median number of guesses, unsolved games counting as longest; None where it is one.

        Of an even number of games the lower of the two in the middle.
        """
        found = median_low(PATIENCE + 1 if x is None else x for x in self.guesses)
        return None if found > PATIENCE else found


@dataclass(frozen=True, slots=True)
class ParReport:
    """The games that players of every strength played for one secret."""

    word: str
    showings: tuple[Showing, ...]

    @property
    def par(self) -> int | None:
        """The median of the middling player; None where that player mostly fails."""
        return self._middling.median

    @property
    def solved(self) -> float:
        """The share of games that the middling player solves."""
        return self._middling.solved

    @property
    def _middling(self) -> Showing:
        return next(x for x in self.showings if x.strength == MIDDLING.name)


class Players:
    """Simulated players of three strengths on one word table."""

    def __init__(self, table: WordTable, associates: Associates) -> None:
        self._table = table
        mind = Mind(table, associates)
        self._players = {strength: Player(table, mind, strength) for strength in STRENGTHS}

    def par(
        self,
        row: int,
        games: Mapping[Strength, int] | int,
        rng: Random,
        scores: Scores | None = None,
    ) -> ParReport:
        """Let each strength play so many games (at least one) for the secret of that row.

        Its scores may be handed in where they are known.
        """
        ranks: list[int] = (scores or score(self._table, row)).rank.tolist()
        showings = []
        for strength, player in self._players.items():
            number = games if isinstance(games, int) else games[strength]
            played = (player.play(ranks, rng) for _ in range(number))
            showings.append(Showing(strength.name, tuple(_counted(ranks, played))))
        return ParReport(self._table.words[row], tuple(showings))


def _counted(ranks: Sequence[int], games: Iterable[Sequence[int]]) -> list[int | None]:
    return [len(game) if game and ranks[game[-1]] == 0 else None for game in games]
