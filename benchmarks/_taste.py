"""What one rating costs: the model beside item-kNN and, where installed, `implicit`.

    python benchmarks/recsys.py [--quick] [--json FILE]

Synthetic opinions with a popularity as among real films (a power law) and taste in twenty
groups. A rating means: the model knows it, and a new list of ten is there. Ours learns from at
most 2,000 raters and folds the others in. The peers cannot learn a single rating: item-kNN counts
anew, iALS solves the one user anew with all items as they were (and is marked so). All in one
thread; memory is that of the process, of each method in a process of its own.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from _table import machine, print_table, today, write_json
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from embedding.linked import nearest_rows
from recsys.baselines import Ials, ItemNeighbours
from recsys.features import TEXT_DIMENSIONS, ItemFeatures
from recsys.metrics import top
from recsys.model import TasteModel
from recsys.opinions import OpinionMatrix
from recsys.tuning import among, choose_raters

SIZES = ((600, 6_000), (2_000, 100_000), (6_000, 20_000), (60_000, 20_000))
QUICK_SIZES = ((300, 2_000),)
METHODS = ("Warmer", "item-kNN", "iALS")
MOST_RATERS = 2_000
PER_RATER, GROUPS, STEEPNESS = 80, 20, 0.8
RATINGS = {"Warmer": 100, "item-kNN": 3, "iALS": 30}
HEADERS = ("users", "items", "method", "fit s", "rating p50 ms", "p95 ms", "memory MB", "exact")

Serve = Callable[[int, int], object]


def opinions(users: int, items: int, rng: np.random.Generator) -> OpinionMatrix:
    """About 80 likes a user: popular items more often, half of them of the user's group."""
    weight = np.arange(1, items + 1) ** -STEEPNESS
    cumulated = np.cumsum(weight) / weight.sum()
    group = np.repeat(rng.integers(GROUPS, size=users), PER_RATER)
    drawn = np.searchsorted(cumulated, rng.random(users * PER_RATER)).clip(0, items - 1)
    own = rng.random(len(drawn)) < 0.5
    drawn[own] = (drawn[own] // GROUPS * GROUPS + group[own]) % items
    pairs = np.unique(np.repeat(np.arange(users), PER_RATER).astype(np.int64) * items + drawn)
    return OpinionMatrix.of(pairs // items, pairs % items, np.ones(len(pairs)), (users, items))


def features(items: int, rng: np.random.Generator) -> ItemFeatures:
    """As wide as real ones: 48 columns of text, tags and years."""
    width = TEXT_DIMENSIONS + 32
    values: NDArray[np.float64] = rng.normal(size=(items, width)) / np.sqrt(width)
    return ItemFeatures(values, TEXT_DIMENSIONS, 19, nearest_rows)


def ours(held: OpinionMatrix, rng: np.random.Generator) -> Serve:
    chosen = choose_raters(held, MOST_RATERS)
    numbers = {int(rater): number for number, rater in enumerate(chosen)}
    model = TasteModel(among(held, chosen), features(held.items, rng))
    others = held if len(chosen) < held.raters else None

    def serve(user: int, item: int) -> object:
        number = numbers.get(user)
        if number is None and others is not None:
            others.set(user, item, 1.0)
            known, weights = others.row(user)
            return model.best(known, weights, None, known, 10)
        model.set(numbers[user], item, 1.0)
        known, weights = model.opinions.row(numbers[user])
        return model.best(known, weights, number, known, 10)

    return serve


def neighbours(held: OpinionMatrix, _: np.random.Generator) -> Serve:
    def serve(user: int, item: int) -> object:
        held.set(user, item, 1.0)
        known, weights = held.row(user)
        return top(ItemNeighbours(held).scores(known, weights), 10)

    ItemNeighbours(held)
    return serve


def ials(held: OpinionMatrix, _: np.random.Generator) -> Serve:
    model = Ials(held)

    def serve(user: int, item: int) -> object:
        held.set(user, item, 1.0)
        return top(model.scores(*held.row(user)), 10)

    return serve


MAKERS = {"Warmer": ours, "item-kNN": neighbours, "iALS": ials}


def measure(users: int, items: int, method: str, seed: int) -> dict[str, object]:
    """One method's row, in this process."""
    rng = np.random.default_rng(seed)
    held = opinions(users, items, rng)
    start = time.perf_counter()
    serve = MAKERS[method](held, rng)
    fit_s = time.perf_counter() - start
    times = []
    for _ in range(RATINGS[method]):
        user, item = int(rng.integers(users)), int(rng.integers(items))
        start = time.perf_counter()
        serve(user, item)
        times.append(1000 * (time.perf_counter() - start))
    p50, p95 = np.percentile(times, [50, 95])
    return {
        "users": users, "items": items, "method": method, "fit_s": fit_s,
        "p50_ms": float(p50), "p95_ms": float(p95),
        "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "exact": "no, items stay" if method == "iALS" else "yes",
    }  # fmt: skip


def apart(users: int, items: int, method: str, seed: int) -> dict[str, object]:
    """The same in a process of its own, whose memory is this method's alone."""
    command = [
        sys.executable,
        str(Path(__file__).with_name("recsys.py")),
        "--one",
        str(users),
        str(items),
        method,
        str(seed),
    ]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    row: dict[str, object] = json.loads(printed)
    return row


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="one small size")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--one", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        users, items, method, seed = options.one
        with threadpool_limits(1):
            print(json.dumps(measure(int(users), int(items), method, int(seed))))
        return
    methods = [name for name in METHODS if name != "iALS" or find_spec("implicit")]
    sizes = QUICK_SIZES if options.quick else SIZES
    rows = [apart(*size, name, options.seed) for size in sizes for name in methods]
    print(f"{today()}, {machine()}, one thread")
    print_table("One rating, and a new list of ten", HEADERS, [[*row.values()] for row in rows])
    if options.json:
        write_json(options.json, {"rows": rows})
