"""What `imports.py` measures."""

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
from _made_up import write
from _table import machine, print_table, today, write_json

from embedding.onnx_export import open_onnx
from embedding.source import packaged_model
from game.model import Server
from recsys.importing import open_source
from recsys.library import Library
from recsys.parsing import Row
from store.baskets import SqlBaskets
from store.engine import open_database
from store.migrate import upgrade
from store.shelves import SqlShelves
from store.work import SqlGameStore

SERVER, BROKEN = 900, 3
AT_ONCE = 32
CACHE = Path("var/cache/onnx")


def stages(folder: Path, rows: int) -> list[dict[str, object]]:
    """The seconds of every stage of an import onto a new shelf, and of the same import again."""
    path = folder / "items.csv"
    write(path, rows, BROKEN)
    database = open_database(str(folder / "items.sqlite3"))
    upgrade(database)
    with SqlGameStore(database).working() as work:
        work.add_server(Server(SERVER, "UTC", 1, date(2026, 1, 1)))
        work.commit()
    library = Library(
        SqlShelves(database), SqlBaskets(database), lambda: None, lambda: datetime.now(UTC),
        lambda _: None,
    )  # fmt: skip
    found = []
    for name in ("new", "again"):
        last = time.process_time()
        seconds: dict[str, float] = {}

        def follow(
            stage: str, _done: int, _total: int | None, seconds: dict[str, float] = seconds
        ) -> None:
            nonlocal last
            moment = time.process_time()
            # What was done up to here was done for this stage; the end of one is told.
            seconds[stage] = seconds.get(stage, 0.0) + moment - last
            last = moment

        library.import_items(SERVER, "films", path, skip_broken=True, progress=follow)
        seconds["storing"] = seconds.get("storing", 0.0) + time.process_time() - last
        for stage, value in seconds.items():
            found.append({"import": name, "stage": stage, "s": value, "rows_per_s": rows / value})
    database.close()
    return found


def texts_of(folder: Path, number: int) -> list[str]:
    """The texts of made-up items as they are encoded."""
    path = folder / "texts.csv"
    write(path, number, seed=1)
    return [row.item.text for row in open_source(path).items() if isinstance(row, Row)]


def encodings(folder: Path, number: int) -> list[dict[str, object]]:
    """Texts a second: in the file's order, padded to the longest of 32, and beside alike ones."""
    source = packaged_model()
    encoder = open_onnx(source, CACHE / source.model_id)
    texts = texts_of(folder, number)

    def in_order() -> np.ndarray:
        blocks = []
        for start in range(0, len(texts), AT_ONCE):
            tokens = encoder._tokenizer.encode_batch(texts[start : start + AT_ONCE])  # noqa: SLF001  # as it once was
            order = sorted(range(len(tokens)), key=lambda place: -len(tokens[place].ids))
            rows = np.empty((len(tokens), encoder.dimension), np.float32)
            rows[order] = encoder._run([tokens[place] for place in order])  # noqa: SLF001
            blocks.append(rows)
        return np.concatenate(blocks)

    ways: dict[str, Callable[[], np.ndarray]] = {
        "file's order": in_order, "alike lengths": lambda: encoder.encode(texts),
    }  # fmt: skip
    found, made = [], {}
    for name, way in ways.items():
        start = time.process_time()
        made[name] = way()
        seconds = time.process_time() - start
        found.append({"way": name, "texts_per_s": number / seconds, "s": seconds})
    worst = float(np.min(np.sum(made["file's order"] * made["alike lengths"], axis=1)))
    for row in found:
        row |= {"ratio": found[0]["s"] / row["s"], "least_cosine": worst}  # type: ignore[operator]  # both are numbers
    return found


def main() -> None:
    """Measure, print, and write JSON if asked to."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--texts", type=int, default=512)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        staged = stages(Path(name), asked.rows)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        encoded = encodings(Path(name), asked.texts)
    print(f"{today()}, {machine()}")
    print_table(
        f"{asked.rows:,} rows, {BROKEN} of them broken; peak {peak:,.0f} MiB",
        ("import", "stage", "s", "rows/s"),
        [(x["import"], x["stage"], x["s"], x["rows_per_s"]) for x in staged],
    )
    print_table(
        f"{asked.texts:,} texts, one thread",
        ("way", "texts/s", "ratio", "least cosine"),
        [(x["way"], x["texts_per_s"], x["ratio"], x["least_cosine"]) for x in encoded],
    )
    if asked.json:
        write_json(asked.json, {"stages": staged, "encoding": encoded, "peak_mib": peak})
