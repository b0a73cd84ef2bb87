"""Recall and speed of both indexes beside bare hnswlib, in one run.

    python benchmarks/index.py [--quick] [--json FILE]

The vectors are those of the game's words, filled up with words to which noise of half their length
was added. Queries are 500 other words, which are not in the index. All in one thread.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import hnswlib
import numpy as np
from _table import machine, print_table, today, write_json
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from embedding.exact import ExactIndex
from embedding.graph import SHIPPED
from embedding.hnsw import HnswIndex
from embedding.index import IndexSpec, Only
from embedding.words.artifact import load_words

Vectors = NDArray[np.float32]
Search = Callable[[Vectors], NDArray[np.int64]]

WORDS = Path(__file__).parents[1] / "game" / "data" / "words.warmer"
JITTER = 0.5  # the length of what is added to a unit vector
K = 10
SIZES = (30_000, 200_000)
QUICK_SIZES = (5_000,)
VECTORS = "real words, filled up by words with noise of half their length; unseen words as queries"
HEADERS = (
    "vectors", "index", "build s", "recall@10", "p50 ms", "queries/s", "of bare hnswlib",
    "batch queries/s",
)  # fmt: skip


def words(rng: np.random.Generator) -> Vectors:
    """The vectors of the game's words in random order, shape (n, d)."""
    table = load_words(WORDS)
    return table.unit_vectors(rng.permutation(len(table)))


def jittered(vectors: Vectors, count: int, rng: np.random.Generator) -> Vectors:
    """The vectors themselves, and then as many unit vectors around random ones as are missing."""
    around = vectors[rng.integers(len(vectors), size=max(0, count - len(vectors)))]
    noise = rng.normal(0, JITTER / vectors.shape[1] ** 0.5, around.shape).astype(np.float32)
    around = around + noise
    around /= np.linalg.norm(around, axis=1, keepdims=True)
    return np.concatenate([vectors, around])[:count]


def measure(
    name: str, seconds: float, search: Search, batch: Search, queries: Vectors, truth: Vectors
) -> dict[str, object]:
    """One index's row: each query alone, then all of them at once."""
    found, times = [], []
    search(queries[0])
    for query in queries:
        start = time.perf_counter()
        found.append(search(query))
        times.append(time.perf_counter() - start)
    start = time.perf_counter()
    batch(queries)
    together = time.perf_counter() - start
    shared = [len(np.intersect1d(a, b)) / K for a, b in zip(found, truth, strict=True)]
    return {
        "index": name,
        "build_s": seconds,
        "recall": float(np.mean(shared)),
        "p50_ms": 1000 * float(np.median(times)),
        "per_s": len(queries) / sum(times),
        "batch_per_s": len(queries) / together,
    }


def bare_hnswlib(data: Vectors) -> hnswlib.Index:
    """The library alone at the same settings."""
    graph = hnswlib.Index(space="ip", dim=data.shape[1])
    graph.init_index(len(data), M=SHIPPED.links, ef_construction=SHIPPED.build_effort)
    graph.set_ef(SHIPPED.search_effort)
    graph.add_items(data, np.arange(len(data)), num_threads=1)
    return graph


def run(size: int, query_count: int, seed: int) -> list[dict[str, object]]:
    """The rows of one size; the exact index says what is right."""
    rng = np.random.default_rng(seed)
    queries, known = np.split(words(rng), [query_count])
    data = jittered(known, size, rng)
    ids, spec = np.arange(size), IndexSpec("words", data.shape[1])
    clock = time.perf_counter

    start = clock()
    exact = ExactIndex(spec)
    exact.add(ids, data)
    exact_s = clock() - start
    truth = [hits.ids for hits in exact.search_many(queries, K)]

    start = clock()
    bare = bare_hnswlib(data)
    bare_s = clock() - start

    start = clock()
    ours = HnswIndex(spec)
    ours.add(ids, data)
    ours_s = clock() - start

    def bare_search(query: Vectors) -> NDArray[np.int64]:
        return bare.knn_query(query, k=K, num_threads=1)[0].reshape(-1)

    rows = [
        measure("bare hnswlib", bare_s, bare_search, bare_search, queries, truth),
        measure("hnsw", ours_s, lambda q: ours.search(q, K).ids,
                lambda q: ours.search_many(q, K), queries, truth),
        measure("exact", exact_s, lambda q: exact.search(q, K).ids,
                lambda q: exact.search_many(q, K), queries, truth),
    ]  # fmt: skip
    for share in (0.5, 0.1, 0.01):
        chosen = Only(np.sort(rng.choice(size, int(size * share), replace=False)))
        right = [hits.ids for hits in exact.search_many(queries, K, chosen)]
        rows.append(
            measure(f"hnsw, filter {share:.0%}", ours_s,
                    lambda q, only=chosen: ours.search(q, K, only).ids,
                    lambda q, only=chosen: ours.search_many(q, K, only), queries, right)
        )  # fmt: skip
    return [{"vectors": size, **row, "ratio": row["per_s"] / rows[0]["per_s"]} for row in rows]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="one small size")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    sizes = QUICK_SIZES if options.quick else SIZES
    with threadpool_limits(1):
        rows = [row for size in sizes for row in run(size, 500, options.seed)]
    columns = ("vectors", "index", "build_s", "recall", "p50_ms", "per_s", "ratio", "batch_per_s")
    print(
        f"{today()}, {machine()}, one thread\n"
        f"Vectors: {VECTORS}.\nM {SHIPPED.links}, ef {SHIPPED.search_effort}."
    )
    print_table("Ten nearest", HEADERS, [[row[name] for name in columns] for row in rows])
    if options.json:
        write_json(options.json, {"vectors": VECTORS, "rows": rows})


if __name__ == "__main__":
    main()
