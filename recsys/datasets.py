"""Reads ratings and items as others publish them."""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

import numpy as np

from recsys.errors import DatasetBroken, DatasetMissing, SplitEmpty
from recsys.features import Described
from recsys.nouns import LIKED
from recsys.opinions import OpinionMatrix
from recsys.scales import Scale
from recsys.splits import FEWEST_LIKES, Case, Fold, Opinions
from recsys.weights import weights

_YEAR = re.compile(r"\((\d{4})\)\s*$")
_NO_GENRES = "(no genres listed)"
_TEXTS = ("title", "description", "overview")


@dataclass(frozen=True, slots=True)
class Rating:
    """One rating as it stands in a file."""

    user: str
    item: str
    value: float


@dataclass(frozen=True, slots=True)
class ItemText:
    """What a file says about an item."""

    title: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    year: int | None = None

    @property
    def text(self) -> str:
        """What is encoded: the title, the tags, the description."""
        parts = (self.title, ", ".join(self.tags), self.description)
        return ". ".join(part for part in parts if part)

    @property
    def name(self) -> str:
        """The title without its year."""
        return _YEAR.sub("", self.title).strip()

    @property
    def described(self) -> Described:
        """What features are made of, beside the text's vector."""
        return Described(self.tags, self.year)


@dataclass(frozen=True, slots=True)
class Dataset:
    """Opinions with the ids of their rows and columns, and what is known of the items."""

    opinions: Opinions
    users: Sequence[str]
    items: Sequence[str]
    texts: Sequence[ItemText] = field(repr=False)


def dataset(ratings: Iterable[Rating], texts: Mapping[str, ItemText]) -> Dataset:
    """Likes are ratings of 4 stars and more, by users who have five of them; items are those liked.

    Both are numbered in an order that depends on their ids alone. The last of several ratings
    counts.
    """
    rows = [*{(row.user, row.item): row for row in ratings}.values()]
    likes = Counter(row.user for row in rows if row.value >= LIKED)
    rows = [row for row in rows if likes[row.user] >= FEWEST_LIKES]
    users = _numbered(row.user for row in rows)
    items = _numbered(row.item for row in rows if row.value >= LIKED)
    shape = (len(users), len(items))
    kept = [row for row in rows if row.item in items]
    opinions = Opinions(
        _matrix([row for row in kept if row.value >= LIKED], users, items, shape),
        _matrix([row for row in kept if row.value < LIKED], users, items, shape),
    )
    return Dataset(opinions, [*users], [*items], [texts.get(item, ItemText()) for item in items])


def read_movielens(folder: Path) -> Dataset:
    """A MovieLens folder: ratings.csv and movies.csv. Raises DatasetMissing or DatasetBroken."""
    return dataset(read_ratings(folder / "ratings.csv"), movie_texts(folder))


def movie_texts(
    folder: Path, *, user_tags: bool = False, taggers: Collection[str] | None = None
) -> dict[str, ItemText]:
    """The films of a MovieLens folder, genres as tags; what users tagged them with if wanted.

    With `taggers` only the tags of those users count.
    """
    said = _said(folder / "tags.csv", taggers) if user_tags else {}
    texts = {}
    for row in _rows(folder / "movies.csv", ("movieId", "title", "genres")):
        year = _YEAR.search(row["title"])
        genres = [] if row["genres"] == _NO_GENRES else row["genres"].split("|")
        tags = dict.fromkeys(
            [*(genre.casefold() for genre in genres), *said.get(row["movieId"], [])]
        )
        texts[row["movieId"]] = ItemText(
            row["title"], tags=tuple(tags), year=int(year[1]) if year else None
        )
    return texts


def read_items(path: Path) -> dict[str, ItemText]:
    """A file of items: item_id and any of title, description, overview, tags or genres, year.

    Raises DatasetMissing or DatasetBroken.
    """
    texts = {}
    for row in _rows(path, ("item_id",)):
        said = [row.get(name) or "" for name in _TEXTS]
        tags = re.split(r"[|;]", row.get("tags") or row.get("genres") or "")
        dated = (row.get("year") or "").strip() or _year_of(said[0])
        texts[row["item_id"]] = ItemText(
            said[0],
            ". ".join(part for part in said[1:] if part),
            tuple(dict.fromkeys(tag.strip().casefold() for tag in tags if tag.strip())),
            int(float(dated)) if dated.replace(".", "", 1).isdigit() else None,
        )
    return texts


def read_ratings(path: Path) -> list[Rating]:
    """Ratings with a user's id, an item's id and a value; MovieLens' and goodbooks' names too.

    Raises DatasetMissing or DatasetBroken.
    """
    rows = _rows(path, ("rating",))
    ratings = []
    for line, row in enumerate(rows, 2):
        user = row.get("user_id") or row.get("userId")
        item = row.get("item_id") or row.get("movieId") or row.get("book_id")
        if not user or not item:
            raise DatasetBroken(path, line, "user_id, item_id")
        try:
            ratings.append(Rating(user, item, float(row["rating"])))
        except ValueError as error:
            raise DatasetBroken(path, line, "rating") from error
    return ratings


@dataclass(frozen=True, slots=True)
class GivenSplit:
    """A split made by somebody else, what is known of its items, and their ids, by column."""

    fold: Fold
    texts: Sequence[ItemText] = field(repr=False)
    items: Sequence[str] = field(repr=False)


def read_split(
    training: Path, fold_in: Path, held_out: Path, items: Path | None, low_weight: float
) -> GivenSplit:
    """Three files of ratings as a fold; items without a training like are cold.

    A member knows what they rated in `fold_in` and, where they are in it, in `training`. What
    counts as a like is read off the training: see `Scale`. What neither of the two mentions may be
    new. Raises DatasetMissing, DatasetBroken or SplitEmpty.
    """
    learned, told, wanted = (read_ratings(path) for path in (training, fold_in, held_out))
    scale = Scale.of([row.value for row in learned])
    texts = read_items(items) if items else {}
    columns = _numbered([*(row.item for row in (*learned, *told, *wanted)), *texts])
    users = _numbered(row.user for row in learned)
    rated = _weights(learned, columns, scale, low_weight)
    opinions = [
        (users[user], item, weight)
        for user, row in rated.items()
        for item, weight in row.items()
        if weight
    ]
    known = _weights(told, columns, scale, low_weight)
    cases = [
        _given_case(rated.get(user, {}) | known.get(user, {}), found, users.get(user))
        for user, row in _weights(wanted, columns, scale, 0.0).items()
        if (found := [item for item, weight in row.items() if weight])
    ]
    for path, rows in ((training, opinions), (fold_in, told), (held_out, cases)):
        if not rows:
            raise SplitEmpty(path)
    raters, places, weighed = (np.array(part) for part in zip(*opinions, strict=True))
    matrix = OpinionMatrix.of(
        raters.astype(int), places.astype(int), weighed, (len(users), len(columns))
    )
    unseen = np.ones(len(columns), bool)
    unseen[[columns[row.item] for row in (*learned, *told)]] = False
    fold = Fold(matrix, tuple(cases), matrix.counts() == 0, unseen)
    return GivenSplit(fold, [texts.get(item, ItemText()) for item in columns], [*columns])


def _weights(
    rows: Iterable[Rating], columns: Mapping[str, int], scale: Scale, low: float
) -> dict[str, dict[int, float]]:
    """What each user's ratings weigh, by the item's column; the last of several counts."""
    found: dict[str, dict[int, float]] = defaultdict(dict)
    weighed: dict[float, float] = {}
    for row in rows:
        if row.value not in weighed:
            weighed[row.value] = scale.weight(row.value, low)
        found[row.user][columns[row.item]] = weighed[row.value]
    return found


def _given_case(known: Mapping[int, float], wanted: Sequence[int], rater: int | None) -> Case:
    kept = {item: weight for item, weight in known.items() if weight and item not in wanted}
    items = np.array([*kept], dtype=np.int64)
    return Case(items, np.array([*kept.values()]), np.array(wanted), items, rater)


def _rows(path: Path, needed: Sequence[str]) -> list[dict[str, str]]:
    if not path.is_file():
        raise DatasetMissing(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        lacking = [name for name in needed if name not in (reader.fieldnames or ())]
        if lacking:
            raise DatasetBroken(path, 1, ", ".join(lacking))
        return list(reader)


def _said(path: Path, taggers: Collection[str] | None) -> dict[str, list[str]]:
    """The tags users gave each film, the most frequent first."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for row in _rows(path, ("userId", "movieId", "tag")) if path.is_file() else ():
        if taggers is None or row["userId"] in taggers:
            found[row["movieId"]][row["tag"].strip().casefold()] += 1
    return {item: [tag for tag, _ in counts.most_common(10)] for item, counts in found.items()}


def _year_of(title: str) -> str:
    found = _YEAR.search(title)
    return found[1] if found else ""


def _numbered(names: Iterable[str]) -> dict[str, int]:
    """Numbers by a hash of the name, the same whatever the order.

    Equal scores are ranked by number, and what comes early in a file is popular more often than
    not: no method should gain by that.
    """
    return {name: number for number, name in enumerate(sorted(set(names), key=_lot))}


def _lot(name: str) -> bytes:
    return blake2b(name.encode(), digest_size=16).digest()


def _matrix(
    rows: Sequence[Rating],
    users: Mapping[str, int],
    items: Mapping[str, int],
    shape: tuple[int, int],
) -> OpinionMatrix:
    raters, places = (
        np.array(numbers, dtype=np.int64)
        for numbers in ([users[row.user] for row in rows], [items[row.item] for row in rows])
    )
    stars = np.array([row.value for row in rows], dtype=np.float64)
    return OpinionMatrix.of(raters, places, weights(stars >= LIKED, stars, 1.0), shape)
