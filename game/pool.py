"""The pool: the audited secrets of the game, each with its par and its difficulty."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from embedding import aside
from embedding.words.table import WordTable
from game.model import PuzzleFace

FORMAT = 1
DIFFICULTIES = range(1, 6)
MIDDLE = 3
"""The difficulty of a word that nobody has rated."""
# One row in so many goes into the fingerprint: any rebuilding changes nearly all of them.
_EVERY = 16


class PoolError(Exception):
    """The pool of secrets cannot be used."""


@dataclass(eq=False)
class PoolDamaged(PoolError):
    """The file is not what was written; `part` is file, format, content or checksum."""

    path: Path
    part: str


@dataclass(frozen=True, slots=True)
class Rating:
    """What the audit found for a secret: the par in guesses, and the difficulty from 1 to 5."""

    par: int
    difficulty: int


@dataclass(frozen=True)
class Pool:
    """Secrets and their ratings; `fingerprint` names the word table they were audited on."""

    fingerprint: str
    ratings: Mapping[str, Rating] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.ratings)

    def __iter__(self) -> Iterator[str]:
        return iter(self.ratings)

    @classmethod
    def unrated(cls) -> "Pool":
        """A pool that knows nothing."""
        return cls("")

    def words(self, table: WordTable) -> list[str]:
        """What puzzles may hide: the pool's words, or the table's candidates where it has none."""
        return sorted(self.ratings) or [table.words[row] for row in table.secrets]

    def difficulty(self, word: str) -> int:
        """The difficulty of a word; the middle one where it is not rated."""
        rating = self.ratings.get(word)
        return MIDDLE if rating is None else rating.difficulty

    def rated(self, face: PuzzleFace, secret: str) -> PuzzleFace:
        """The face of a puzzle with its par and difficulty on it, where they are known."""
        rating = self.ratings.get(secret)
        if rating is None:
            return face
        return replace(face, par=rating.par, difficulty=rating.difficulty)


def fingerprint(table: WordTable) -> str:
    """Names a word table by its words and vectors; quick, for it is taken at every start."""
    digest = hashlib.blake2b("\n".join(table.words).encode(), digest_size=16)
    digest.update(table.vectors[::_EVERY].tobytes())
    return digest.hexdigest()


def save_pool(pool: Pool, path: Path) -> None:
    """Write the pool aside, then put it in place in one step; one line a word, to be read."""
    rows = [[word, pool.ratings[word].difficulty, pool.ratings[word].par] for word in sorted(pool)]
    head = json.dumps(_head(pool.fingerprint, rows))
    lines = ",\n".join(json.dumps(row) for row in rows)
    aside.put(path, f'{head[:-1]}, "secrets": [\n{lines}\n]}}\n'.encode())


def load_pool(path: Path, table: WordTable) -> Pool:
    """The pool in `path` for that table; one that knows nothing where it was made for another.

    So too where there is no such file, as beside an operator's own words. Raises PoolDamaged.
    """
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        return Pool.unrated()
    except OSError as error:
        raise PoolDamaged(path, "file") from error
    pool = _read(path, text)
    return pool if pool.fingerprint == fingerprint(table) else Pool.unrated()


def _read(path: Path, text: bytes) -> Pool:
    try:
        whole = json.loads(text)
        rows = [_row(*row) for row in whole["secrets"]]
        if whole["format"] != FORMAT:
            raise PoolDamaged(path, "format")
        expected = _head(whole["fingerprint"], whole["secrets"])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise PoolDamaged(path, "content") from error
    if whole.get("sha256") != expected["sha256"] or len(dict(rows)) != len(rows):
        raise PoolDamaged(path, "checksum")
    return Pool(str(whole["fingerprint"]), dict(rows))


def _row(word: Any, difficulty: Any, par: Any) -> tuple[str, Rating]:  # noqa: ANN401  # out of JSON
    if not (isinstance(word, str) and isinstance(par, int) and difficulty in DIFFICULTIES):
        raise ValueError(word)
    return word, Rating(par, difficulty)


def _head(made_for: str, rows: Iterable[object]) -> dict[str, object]:
    content = json.dumps([made_for, list(rows)]).encode()
    digest = hashlib.sha256(content).hexdigest()
    return {"format": FORMAT, "fingerprint": made_for, "sha256": digest}
