"""The one loader and the one writer of the simulated players' file.

A file is one line of JSON (format, the words it was made for, sources, SHA-256 of all else), then
the compressed rows of associates. The same input gives the same bytes.
"""

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from embedding import aside
from embedding.players.errors import PlayersDamaged, PlayersMissing, PlayersOfOtherWords
from embedding.words.table import WordTable

FORMAT = 1
NOBODY = 2**16 - 1
"""What stands where a word has no further associate."""
_MAGIC = "warmer-players"


@dataclass(frozen=True)
class Associates:
    """For each row of a word table the rows it brings to mind, the first first, shape (n, k).

    NOBODY fills up short lists. `digest` names the words it was made for (`vocabulary_digest`),
    `version` is that table's.
    """

    version: str
    digest: str
    rows: NDArray[np.uint16]
    sources: Mapping[str, str]


def vocabulary_digest(words: Sequence[str]) -> str:
    """Names a list of words: another word, or another order, has another digest."""
    return hashlib.sha256("\n".join(words).encode()).hexdigest()


def save_associates(associates: Associates, path: Path) -> None:
    """Write the file aside, then put it in place in one step."""
    payload = zlib.compress(associates.rows.astype("<u2").tobytes(), 9)
    header: dict[str, Any] = {
        "magic": _MAGIC,
        "format": FORMAT,
        "version": associates.version,
        "digest": associates.digest,
        "shape": list(associates.rows.shape),
        "sources": dict(associates.sources),
    }
    header["sha256"] = _checksum(header, payload)
    aside.put(path, _line(header) + b"\n" + payload)


def load_associates(path: Path, table: WordTable) -> Associates:
    """The associates in `path`, made for that table's words.

    Raises PlayersMissing, PlayersDamaged, or PlayersOfOtherWords where the words have changed.
    """
    try:
        line, _, payload = path.read_bytes().partition(b"\n")
    except OSError as error:
        raise PlayersMissing(path) from error
    header = _header(path, line, payload)
    if header["digest"] != vocabulary_digest(table.words):
        raise PlayersOfOtherWords(path, header["version"], table.version)
    try:
        rows = np.frombuffer(zlib.decompress(payload), "<u2").reshape(header["shape"])
    except (ValueError, zlib.error) as error:
        raise PlayersDamaged(path, "content") from error
    if len(rows) != len(table) or (rows[rows != NOBODY] >= len(table)).any():
        raise PlayersDamaged(path, "content")
    return Associates(header["version"], header["digest"], rows, header["sources"])


def _header(path: Path, line: bytes, payload: bytes) -> dict[str, Any]:
    try:
        header = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise PlayersDamaged(path, "header") from error
    if not isinstance(header, dict) or (header.get("magic"), header.get("format")) != (
        _MAGIC,
        FORMAT,
    ):
        raise PlayersDamaged(path, "header")
    if header.pop("sha256", None) != _checksum(header, payload):
        raise PlayersDamaged(path, "checksum")
    return header


def _line(header: Mapping[str, object]) -> bytes:
    return json.dumps(header, sort_keys=True).encode()


def _checksum(header: Mapping[str, object], payload: bytes) -> str:
    return hashlib.sha256(_line(header) + b"\n" + payload).hexdigest()
