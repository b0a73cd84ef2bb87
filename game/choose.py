"""Chooses secrets: in an order of each server's own, without anyone seeing it."""

import hashlib
from collections.abc import Collection, Sequence

from game.model import PuzzleKind

# One secret in four is kept for practice, so that practising spoils no daily puzzle.
_PRACTICE_SHARE = 64


def pool(secrets: Sequence[str], kind: PuzzleKind) -> list[str]:
    """The secrets that puzzles of that kind may hide; the two pools share no word."""
    practice = kind is PuzzleKind.PRACTICE
    return [word for word in secrets if (_hash(0, word)[0] < _PRACTICE_SHARE) is practice]


def next_secret(
    words: Sequence[str], seed: int, used: Collection[tuple[int, str]]
) -> tuple[int, str]:
    """The next (cycle, secret): one of `words` that `used` does not hold for the latest cycle.

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
    return cycle, min(left, key=lambda word: _hash(seed, f"{cycle}:{word}"))


def _hash(seed: int, text: str) -> bytes:
    key = seed.to_bytes(16, "big", signed=True)
    return hashlib.blake2b(text.encode(), key=key, digest_size=16).digest()
