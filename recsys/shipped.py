"""The demo catalogue that ships with Warmer: shelves as CSV, and the vectors of their texts."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from embedding.encoder import Encoder
from embedding.service import content_hash
from recsys.datasets import ItemText
from recsys.errors import RecsysError
from recsys.nearness import IDLE

DATA = Path(__file__).with_name("data")
SHELVES = ("films", "books", "recipes", "ingredients")
MOODS = (
    "a machine that learns to feel",
    "an old man looks back on his life",
    "somebody is not who they say they are",
    "a meal that brings people together",
    "lost in the snow",
    "something light for a rainy Sunday",
)
"""What the demo looks for by meaning."""
VECTORS = DATA / "vectors.npz"
_CHECKSUM = DATA / "vectors.sha256"
_LEVELS = 127


@dataclass(eq=False)
class NoShippedVector(RecsysError):
    """A text is none of the catalogue's, and there is no encoder for others."""

    text: str


@dataclass(eq=False)
class ShippedVectorsBroken(RecsysError):
    """The file of vectors is not the one that was built."""

    path: Path


@dataclass(frozen=True, slots=True)
class ShippedItem:
    """A row of a shelf's file; `ingredients` are external ids of the ingredients' shelf."""

    external_id: str
    text: ItemText
    ingredients: tuple[str, ...] = ()


def shelf_file(shelf: str) -> Path:
    """The CSV file of one of SHELVES."""
    return DATA / f"{shelf}.csv"


def shelf_items(shelf: str) -> list[ShippedItem]:
    """What stands on one of SHELVES, in the file's order."""
    with shelf_file(shelf).open(newline="", encoding="utf-8") as file:
        return [_item(row) for row in csv.DictReader(file)]


def baskets() -> list[tuple[str, tuple[str, ...]]]:
    """Every recipe's external id with those of what goes into it."""
    return [(item.external_id, item.ingredients) for item in shelf_items("recipes")]


class ShippedEncoder:
    """Knows the catalogue's texts by heart; whatever else there is goes to another encoder.

    The vectors are those of the model whose id it bears, in 8 bits a number. Without another
    encoder of that model, any other text raises NoShippedVector.
    """

    def __init__(self, otherwise: Encoder | None = None) -> None:
        self._rows, self._vectors, self.model_id = _read()
        self.dimension = int(self._vectors.shape[1])
        if otherwise is not None and otherwise.model_id != self.model_id:
            raise ValueError("the other encoder is of another model")
        self._otherwise = otherwise

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit row a text, shape (n, d)."""
        places = [self._rows.get(content_hash(text)) for text in texts]
        others = [row for row, place in enumerate(places) if place is None]
        rows = np.empty((len(texts), self.dimension), np.float32)
        for row, place in enumerate(places):
            if place is not None:
                rows[row] = self._vectors[place]
        if others:
            rows[others] = self._others([texts[row] for row in others])
        return rows

    def _others(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if self._otherwise is None:
            raise NoShippedVector(texts[0])
        return np.asarray(self._otherwise.encode(texts))


def write_vectors(encoder: Encoder) -> None:
    """Encode all texts, titles, moods and IDLE; write the file of vectors and its checksum."""
    items = [item.text for shelf in SHELVES for item in shelf_items(shelf)]
    texts = sorted({*MOODS, *IDLE, *(text for item in items for text in (item.text, item.title))})
    vectors = encoder.encode(texts)
    scale = np.abs(vectors).max(axis=1, keepdims=True)
    keys = b"".join(bytes.fromhex(content_hash(text)) for text in texts)
    np.savez_compressed(
        VECTORS,
        model=np.array(encoder.model_id),
        keys=np.frombuffer(keys, np.uint8),
        vectors=np.round(vectors / scale * _LEVELS).astype(np.int8),
    )
    _CHECKSUM.write_text(f"{sha256(VECTORS.read_bytes()).hexdigest()}  {VECTORS.name}\n")


def _read() -> tuple[dict[str, int], NDArray[np.float32], str]:
    if sha256(VECTORS.read_bytes()).hexdigest() != _CHECKSUM.read_text().split()[0]:
        raise ShippedVectorsBroken(VECTORS)
    with np.load(VECTORS, allow_pickle=False) as file:
        keys = [row.tobytes().hex() for row in file["keys"].reshape(-1, 32)]
        vectors = file["vectors"].astype(np.float32)
        model = str(file["model"])
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return {key: row for row, key in enumerate(keys)}, vectors, model


def _item(row: dict[str, str]) -> ShippedItem:
    year = row.get("year") or None
    text = ItemText(
        row["title"],
        row["description"],
        tuple(row["tags"].split("|")),
        None if year is None else int(year),
    )
    held = row.get("ingredients") or ""
    return ShippedItem(row["external_id"], text, tuple(held.split("|")) if held else ())
