"""The one loader and the one writer of the word table's file.

A file is one line of JSON (format, version of the words, SHA-256 of all else) and then a NumPy
archive. It holds no pickles, and the same table gives the same bytes.
"""

import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

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
    }
    header["sha256"] = _digest(header, payload)
    part = path.with_suffix(".part")
    try:
        part.write_bytes(_line(header) + b"\n" + payload)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


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
    if header.pop("sha256", None) != _digest(header, payload):
        raise WordsDamaged(path, "checksum")
    try:
        return _unpack(header, payload)
    except (KeyError, ValueError, EOFError, BadZipFile) as error:
        raise WordsDamaged(path, "content") from error


def _line(header: Mapping[str, object]) -> bytes:
    return json.dumps(header, sort_keys=True).encode()


def _digest(header: Mapping[str, object], payload: bytes) -> str:
    """Of the payload and of the header's other fields, for the words' version counts as well."""
    return hashlib.sha256(_line(header) + b"\n" + payload).hexdigest()


def _header(path: Path, line: bytes) -> dict[str, Any]:
    try:
        header = json.loads(line)
    except (ValueError, RecursionError) as error:
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
