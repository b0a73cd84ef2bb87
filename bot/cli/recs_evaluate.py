"""`warmer recs evaluate`: the model beside its peers, in one run on the same split."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.progress import Progress
from rich.table import Table
from threadpoolctl import threadpool_limits

from bot.cli.common import err, out, read_settings
from bot.encoders import open_encoder
from bot.settings import Settings
from embedding.errors import MissingDependency, ModelMissing
from embedding.linked import nearest_rows
from embedding.service import EmbeddingService
from recsys.datasets import Dataset, ItemText, movie_texts, read_movielens, read_split
from recsys.dials import Dials
from recsys.errors import SplitEmpty
from recsys.evaluate import Outcome, Report, compare
from recsys.features import FeatureBasis, ItemFeatures
from recsys.peers import OURS, fits
from recsys.splits import Fold, Split, fewer, folds
from store.engine import open_database
from store.migrate import upgrade
from store.vectors import SqlVectorStore

_MEASURES = {"ndcg10": "NDCG@10", "ndcg100": "NDCG@100", "recall20": "Recall@20",
             "recall100": "Recall@100"}  # fmt: skip
_NINETY_FIVE = 1.96

Vectors = Callable[[Sequence[ItemText]], NDArray[np.float64]]
"""The vectors of items: of the whole text, and beside it of the title alone."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be measured: a folder cut up by a split, or the files of a split as given."""

    folder: Path | None
    given: tuple[Path, Path, Path] | None
    items: Path | None
    split: str
    seed: int
    low_ratings: bool
    user_tags: bool
    text: bool
    raters: int | None = None


def evaluate(asked: Asked, *, as_json: bool) -> None:
    """Measure, and print the tables or the JSON.

    Raises DatasetMissing, DatasetBroken, SplitEmpty, and what the encoder and the store raise.
    """
    low = Dials().low if asked.low_ratings else 0.0
    with _vectors(read_settings(), wanted=asked.text) as vectors:
        work = _work(asked, low, vectors)
        # One member's products are small: threads wait for each other longer than they compute.
        with threadpool_limits(1), Progress(console=err) as bar:
            task = bar.add_task("Fitting and serving", total=None)
            report = compare(
                _thinned(work.those, asked),
                lambda fold: fits(*work.features(fold), asked.seed, fold.unseen),
                lambda name: bar.update(task, advance=1, description=f"{name} done"),
            )
    if as_json:
        out.print_json(data=_data(report))
    else:
        _show(report)


def _thinned(those: Iterator[Fold], asked: Asked) -> Iterator[Fold]:
    """The folds with no more raters than asked for."""
    rng = np.random.default_rng(asked.seed)
    return those if asked.raters is None else (fewer(fold, asked.raters, rng) for fold in those)


def _work(asked: Asked, low: float, vectors: Vectors) -> "_Work":
    if asked.given:
        return _of_files(asked.given, asked.items, low, vectors)
    if asked.folder is None:
        raise ValueError(asked)
    return _of_folder(asked.folder, asked, low, vectors)


@dataclass(frozen=True, slots=True)
class _Work:
    those: Iterator[Fold]
    features: Callable[[Fold], tuple[ItemFeatures, NDArray[np.float64]]]


def _of_folder(folder: Path, asked: Asked, low: float, vectors: Vectors) -> _Work:
    data = read_movielens(folder)
    if not data.opinions.likes.raters:
        raise SplitEmpty(folder)
    plain = None if asked.user_tags else _featured(data.texts, vectors)

    def features(fold: Fold) -> tuple[ItemFeatures, NDArray[np.float64]]:
        return plain or _featured(_tagged(folder, data, fold), vectors)

    rng = np.random.default_rng(asked.seed)
    cut = folds(data.opinions, Split(asked.split), rng, low)
    return _Work(_with_cases(cut, folder), features)


def _with_cases(cut: Iterator[Fold], folder: Path) -> Iterator[Fold]:
    """The folds in which there is somebody to serve. Raises SplitEmpty where there is none."""
    found = False
    for fold in cut:
        if fold.cases:
            found = True
            yield fold
    if not found:
        raise SplitEmpty(folder)


def _tagged(folder: Path, data: Dataset, fold: Fold) -> list[ItemText]:
    """The texts with the tags of those whom the fold does not serve: theirs would tell."""
    served = {data.users[member] for member in fold.members}
    texts = movie_texts(folder, user_tags=True, taggers=set(data.users) - served)
    return [texts[item] for item in data.items]


def _of_files(
    given: tuple[Path, Path, Path], items: Path | None, low: float, vectors: Vectors
) -> _Work:
    split = read_split(*given, items, low)
    features = _featured(split.texts, vectors)
    return _Work(iter([split.fold]), lambda _: features)


def _featured(
    texts: Sequence[ItemText], vectors: Vectors
) -> tuple[ItemFeatures, NDArray[np.float64]]:
    rows = vectors(texts)
    described = [text.described for text in texts]
    whole = rows[:, : rows.shape[1] // 2]
    return FeatureBasis.of(rows, described).features(rows, described, nearest_rows), whole


@contextmanager
def _vectors(settings: Settings, *, wanted: bool) -> Iterator[Vectors]:
    """Encodes by the settings' encoder, what it has encoded kept in the cache folder.

    Without an encoder, that is said, and items have no vectors.
    """
    if not wanted:
        yield lambda texts: np.zeros((len(texts), 0))
        return
    try:
        encoder = open_encoder(settings)
    except (MissingDependency, ModelMissing):
        err.print("No encoder is installed: the texts of the items are left out.", style="yellow")
        yield lambda texts: np.zeros((len(texts), 0))
        return
    settings.cache.mkdir(parents=True, exist_ok=True)
    with closing(open_database(str(settings.cache / "vectors.sqlite3"))) as database:
        upgrade(database)
        store = SqlVectorStore(database, lambda: datetime.now(UTC))
        service = EmbeddingService(encoder, store)
        yield lambda texts: _encoded(service, texts)


def _encoded(service: EmbeddingService, texts: Sequence[ItemText]) -> NDArray[np.float64]:
    if not any(text.text for text in texts):
        return np.zeros((len(texts), 0))
    with Progress(console=err, transient=True) as bar:
        task = bar.add_task("Encoding", total=None)
        rows = service.vectors(
            [*(text.text for text in texts), *(text.name for text in texts)],
            lambda done, total: bar.update(task, completed=done, total=total),
        )
    return np.hstack([rows[: len(texts)], rows[len(texts) :]]).astype(np.float64)


def _show(report: Report) -> None:
    for title, outcomes in (("All items", report.everything), ("Cold items alone", report.cold)):
        if not outcomes:
            continue
        table = Table("method", *_MEASURES.values(), "coverage@10", "fit s", "ms each", title=title)
        for name, outcome in outcomes.items():
            means = (outcome.mean(measure) for measure in _MEASURES)
            table.add_row(
                name,
                *(f"{mean:.4f} ± {error:.4f}" for mean, error in means),
                f"{outcome.coverage:.3f}", f"{outcome.fit_s:.1f}", f"{outcome.serve_ms:.2f}",
            )  # fmt: skip
        out.print(table)
        out.print(_differences(outcomes))


def _differences(outcomes: Mapping[str, Outcome]) -> Table:
    ours = outcomes[OURS]
    table = Table(f"{OURS} less", *_MEASURES.values(), title="Paired differences, 95 %")
    for name, outcome in outcomes.items():
        if name != OURS:
            table.add_row(name, *(_interval(*ours.above(outcome, m)) for m in _MEASURES))
    return table


def _interval(mean: float, error: float) -> str:
    reach = _NINETY_FIVE * error
    return f"{mean:+.4f} [{mean - reach:+.4f}, {mean + reach:+.4f}]"


def _data(report: Report) -> dict[str, object]:
    parts = {"all": report.everything, "cold": report.cold}
    return {
        part: {name: _row(outcomes[OURS], outcome) for name, outcome in outcomes.items()}
        for part, outcomes in parts.items()
        if outcomes
    }


def _row(ours: Outcome, outcome: Outcome) -> dict[str, object]:
    row: dict[str, object] = {
        "members": len(outcome.values["ndcg10"]),
        "coverage10": outcome.coverage,
        "fit_s": outcome.fit_s,
        "ms_each": outcome.serve_ms,
    }
    for measure in _MEASURES:
        mean, error = outcome.mean(measure)
        change, spread = ours.above(outcome, measure)
        reach = _NINETY_FIVE * spread
        row[measure] = {"mean": mean, "error": error}
        if outcome is not ours:
            row[f"ours_less_this_{measure}"] = [change, change - reach, change + reach]
    return row
