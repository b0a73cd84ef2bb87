"""The one loader and the one writer of the word table's file.

A file is one line of JSON (format, version of the words, SHA-256 of the rest) and then a NumPy
archive. It holds no pickles, and the same table gives the same bytes.
"""

import hashlib
import io
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from embedding.words.errors import WordsDamaged, WordsMissing, WordsTooNew
from embedding.words.table import WordTable

FORMAT = 1
_MAGIC = "warmer-words"


def save_words(table: WordTable, path: Path) -> None:
    """Write the table aside, then put it in place in one step."""
    payload = _pack(table)
    header = {
        "magic": _MAGIC,
        "format": FORMAT,
        "version": table.version,
        "sources": dict(table.sources),
        "sha256": hashlib.sha256(payload).hexdigest(),
    }
    part = path.with_suffix(".part")
    part.write_bytes(json.dumps(header, sort_keys=True).encode() + b"\n" + payload)
    os.replace(part, path)  # noqa: PTH105  # atomic on every platform, as Path.rename is not


def load_words(path: Path) -> WordTable:
    """The table in `path`.

    Raises WordsMissing where there is no such file, WordsTooNew where a later Warmer wrote it, and
    WordsDamaged where it is no such file or its checksum does not fit.
    """
    try:
        line, _, payload = path.read_bytes().partition(b"\n")
    except OSError as error:
        raise WordsMissing(path) from error
    header = _header(path, line)
    if hashlib.sha256(payload).hexdigest() != header.get("sha256"):
        raise WordsDamaged(path, "checksum")
    try:
        return _unpack(header, payload)
    except (KeyError, ValueError) as error:
        raise WordsDamaged(path, "content") from error


def _header(path: Path, line: bytes) -> dict[str, Any]:
    try:
        header = json.loads(line)
    except ValueError as error:
        raise WordsDamaged(path, "header") from error
    if not isinstance(header, dict) or header.get("magic") != _MAGIC:
        raise WordsDamaged(path, "header")
    if header.get("format") != FORMAT:
        raise WordsTooNew(path, header.get("format"), FORMAT)
    return header


def _pack(table: WordTable) -> bytes:
    buffer = io.BytesIO()
    np.savez(
        buffer,
        words=_text(table.words),
        vectors=table.vectors,
        forms=_text(list(table.forms)),
        form_rows=np.array(list(table.forms.values()), np.int32),
        secrets=table.secrets,
        parts=_text([table.parts]),
        zipf=table.zipf,
        glosses=_text(table.glosses),
    )
    return buffer.getvalue()


def _unpack(header: dict[str, Any], payload: bytes) -> WordTable:
    with np.load(io.BytesIO(payload), allow_pickle=False) as file:
        rows = file["form_rows"].tolist()
        return WordTable(
            version=str(header["version"]),
            words=_lines(file["words"]),
            vectors=file["vectors"],
            forms=dict(zip(_lines(file["forms"]), rows, strict=True)) if rows else {},
            secrets=file["secrets"],
            parts=_lines(file["parts"])[0],
            zipf=file["zipf"],
            glosses=_lines(file["glosses"]),
            sources=header["sources"],
        )


def _text(lines: Iterable[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(lines).encode(), np.uint8)


def _lines(packed: NDArray[np.uint8]) -> list[str]:
    return packed.tobytes().decode().split("\n")
