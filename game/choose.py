"""Chooses secrets: in an order of each server's own, without anyone seeing it."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date

from game.model import PuzzleKind
from game.setup import Mix

# One secret in four is kept for practice, so that practising spoils no daily puzzle.
_PRACTICE_SHARE = 64
WEEK = (1, 2, 3, 4, 3, 5, 2)
"""The difficulty of each day from Monday: easy to begin with, hard on Saturday, and never one of
the two extremes next to the other."""
WEEKS = {Mix.WEEK: WEEK, Mix.EASY: (1, 2, 2, 1, 2, 2, 2), Mix.HARD: (4, 5, 4, 5, 4, 5, 4)}
"""The difficulty of each day from Monday by what a server chose, about as the pool has them."""
_RANGES = {Mix.WEEK: range(1, 6), Mix.EASY: range(1, 4), Mix.HARD: range(4, 6)}
Misfit = tuple[bool, int, int]
"""How badly a word fits a day, to sort by."""


def kind_of(secret: str) -> PuzzleKind:
    """The one kind of puzzles that may hide a secret."""
    practice = _hash(0, secret)[0] < _PRACTICE_SHARE
    return PuzzleKind.PRACTICE if practice else PuzzleKind.DAILY


def pools(secrets: Iterable[str]) -> dict[PuzzleKind, list[str]]:
    """The secrets that puzzles of each kind may hide."""
    found: dict[PuzzleKind, list[str]] = {kind: [] for kind in PuzzleKind}
    for word in secrets:
        found[kind_of(word)].append(word)
    return found


def next_secret(
    words: Sequence[str],
    seed: int,
    used: Collection[tuple[int, str]],
    fit: Callable[[str], Misfit] | None = None,
) -> tuple[int, str]:
    """The next (cycle, secret): one of `words` that `used` does not hold for the latest cycle.

    Where `fit` tells how badly each fits, only the words that fit best are drawn from.

    The order is that of a hash keyed by the seed, so it is the same in every process, cannot be
    foretold without the seed, and stays put where words join or leave the pool. When all words are
    used up, the next cycle begins. Raises ValueError where there are no words.
    """
    if not words:
        raise ValueError("a pool of secrets may not be empty")
    cycle = max((cycle for cycle, _ in used), default=0)
    taken = {word for at, word in used if at == cycle}
    left = [word for word in words if word not in taken]
    if not left:
        cycle, left = cycle + 1, list(words)
    if fit is not None:
        best = min(map(fit, left))
        left = [word for word in left if fit(word) == best]
    return cycle, min(left, key=lambda word: _hash(seed, f"{cycle}:{word}"))


def suited(words: Sequence[str], difficulty: Callable[[str], int], mix: Mix) -> list[str]:
    """The words whose difficulty may come at all in that mix; all of them where none may.

    These are what a cycle goes through: whoever chose easy puzzles gets an easy word for the
    second time before the first very hard one.
    """
    return [word for word in words if difficulty(word) in _RANGES[mix]] or list(words)


def misfit(difficulty: int, day: date, mix: Mix = Mix.WEEK) -> Misfit:
    """How badly a difficulty fits a day.

    Once the pool lacks the one wanted, the nearest is next best, the easier of two. In the mix that
    has both extremes, one on any other day than its own is the last resort: else the two could come
    in a row.
    """
    wanted = WEEKS[mix][day.weekday()]
    extreme = mix is Mix.WEEK and difficulty in {min(WEEK), max(WEEK)} and difficulty != wanted
    return extreme, abs(difficulty - wanted), difficulty


def _hash(seed: int, text: str) -> bytes:
    key = seed.to_bytes(16, "big", signed=True)
    return hashlib.blake2b(text.encode(), key=key, digest_size=16).digest()
