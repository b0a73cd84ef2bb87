"""The one loader and the one writer of the word table's file.

A file is one line of JSON (format, version of the words, sources, SHA-256 of all else) and then a
NumPy archive of the table's columns. It holds no pickles, and the same table gives the same bytes.
The file is mapped into memory and the vectors stay where they are in it, so that they are there
once however many processes play. Glosses and links are unpacked when they are first asked for.
"""

import hashlib
import io
import json
import math
import mmap
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import numpy as np
from numpy.typing import NDArray

from embedding import aside
from embedding.words.errors import WordsDamaged, WordsMissing, WordsTooNew
from embedding.words.lazy import LazyColumn
from embedding.words.relations import Relations
from embedding.words.table import Sense, WordTable

FORMAT = 2
_MAGIC = "warmer-words"
# Of a zip archive's local header: its length, and where those of the name and the extras stand.
_LOCAL_HEADER, _LENGTHS = 30, 26
Archive = Mapping[str, NDArray[Any]]


def save_words(table: WordTable, path: Path) -> None:
    """Write the table aside, then put it in place in one step."""
    payload = _pack(table)
    header = {
        "magic": _MAGIC,
        "format": FORMAT,
        "version": table.version,
        "sources": dict(table.sources),
    }
    header["sha256"] = _digest(header, memoryview(payload))
    aside.put(path, _line(header) + b"\n" + payload)


def load_words(path: Path) -> WordTable:
    """The table in `path`.

    Raises WordsMissing where there is no such file, WordsTooNew where a later Warmer wrote it, and
    WordsDamaged where it is no such file or its checksum does not fit.
    """
    mapped = _map(path)
    end = mapped.find(b"\n")
    header = _header(path, mapped[:end] if end >= 0 else mapped[:])
    if header.pop("sha256", None) != _digest(header, memoryview(mapped)[end + 1 :]):
        raise WordsDamaged(path, "checksum")
    mapped.seek(end + 1)
    with _content(path):
        return _unpack(path, header, mapped)


class _Mapped(mmap.mmap):
    def seekable(self) -> bool:  # asked for by zipfile; mmap itself has it from Python 3.13
        return True


def _map(path: Path) -> _Mapped:
    try:
        with path.open("rb") as file:
            return _Mapped(file.fileno(), 0, access=mmap.ACCESS_READ)
    except OSError as error:
        raise WordsMissing(path) from error
    except ValueError as error:  # an empty file cannot be mapped
        raise WordsDamaged(path, "header") from error


def _line(header: Mapping[str, object]) -> bytes:
    return json.dumps(header, sort_keys=True).encode()


def _digest(header: Mapping[str, object], payload: memoryview) -> str:
    """Of the payload and of the header's other fields, for the words' version counts as well."""
    found = hashlib.sha256(_line(header) + b"\n")
    found.update(payload)
    return found.hexdigest()


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
    """The columns as a NumPy archive; those read only on demand are compressed."""
    links = table.relations
    at_once = {
        "words": _text(table.words),
        "vectors": table.vectors,
        "forms": _text(list(table.forms)),
        "form_rows": np.array(list(table.forms.values()), np.int32),
        "secrets": table.secrets,
        "parts": _text([table.parts]),
        "zipf": table.zipf,
        "families": table.families,
        "hidden": table.hidden,
        "name_like": table.name_like,
        "fields": table.fields,
    }
    on_demand = {
        "senses": _text("\t".join(x.part + x.gloss for x in senses) for senses in table.senses),
        "link_source": links.source,
        "link_kind": links.kind,
        "link_target": links.target,
        "link_sense": links.sense,
    }
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        for columns, compression in ((at_once, ZIP_STORED), (on_demand, ZIP_DEFLATED)):
            for name, column in columns.items():
                member = ZipInfo(f"{name}.npy")  # dated 1980: the same table, the same bytes
                member.compress_type = compression
                with archive.open(member, "w", force_zip64=True) as file:
                    np.lib.format.write_array(file, np.asanyarray(column), allow_pickle=False)
    return buffer.getvalue()


def _unpack(path: Path, header: dict[str, Any], mapped: _Mapped) -> WordTable:
    file = np.load(cast("IO[bytes]", mapped), allow_pickle=False)
    rows = file["form_rows"].tolist()
    words = _lines(file["words"])
    senses = LazyColumn(len(words), lambda: _senses(path, file))
    return WordTable(
        version=str(header["version"]),
        words=words,
        vectors=_in_place(mapped, file.zip, "vectors"),
        forms=dict(zip(_lines(file["forms"]), rows, strict=True)) if rows else {},
        secrets=file["secrets"],
        parts=_lines(file["parts"])[0],
        zipf=file["zipf"],
        glosses=LazyColumn(len(words), lambda: [first.gloss for first, *_ in senses]),
        sources=header["sources"],
        senses=senses,
        families=file["families"],
        hidden=file["hidden"],
        name_like=file["name_like"],
        fields=file["fields"],
        relation_source=lambda: _relations(path, file, len(words)),
    )


def _in_place(mapped: _Mapped, archive: ZipFile, name: str) -> NDArray[np.int8]:
    """A column that is stored as it is, read where it lies."""
    entry = archive.getinfo(f"{name}.npy")
    if entry.compress_type != ZIP_STORED:
        raise ValueError(f"{name} is compressed")
    lengths = struct.unpack_from("<HH", mapped, entry.header_offset + _LENGTHS)
    mapped.seek(entry.header_offset + _LOCAL_HEADER + sum(lengths))
    np.lib.format.read_magic(mapped)
    shape, _, kind = np.lib.format.read_array_header_1_0(mapped)
    if kind != np.int8:
        raise ValueError(f"{name} are no small whole numbers")
    column = np.frombuffer(mapped, np.int8, math.prod(shape), mapped.tell())
    return column.reshape(shape)


def _senses(path: Path, file: Archive) -> list[tuple[Sense, ...]]:
    with _content(path):
        return [
            tuple(Sense(text[0], text[1:]) for text in line.split("\t"))
            for line in _lines(file["senses"])
        ]


def _relations(path: Path, file: Archive, rows: int) -> Relations:
    with _content(path):
        names = ("source", "kind", "target", "sense")
        columns = [file[f"link_{name}"] for name in names]
        if len({column.shape for column in columns}) > 1:
            raise ValueError("the columns of the links do not fit together")
        links = Relations(*columns)
        if len(links) and max(links.source.max(), links.target.max()) >= rows:
            raise ValueError("a link leads out of the table")
        return links


@contextmanager
def _content(path: Path) -> Iterator[None]:
    """Tell what goes wrong with the content of a file whose checksum is right."""
    try:
        yield
    except (KeyError, IndexError, ValueError, EOFError, BadZipFile, zlib.error) as error:
        raise WordsDamaged(path, "content") from error


def _text(lines: Iterable[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(lines).encode(), np.uint8)


def _lines(packed: NDArray[np.uint8]) -> list[str]:
    return packed.tobytes().decode().split("\n")
