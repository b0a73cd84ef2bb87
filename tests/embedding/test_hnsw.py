"""The graph beside the truth: under random changes, on real words, and where it is missing."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from numpy.typing import NDArray

from embedding.errors import MetricUnsupported, MissingDependency
from embedding.exact import ExactIndex
from embedding.graph import SHIPPED
from embedding.hnsw import HnswIndex
from embedding.index import IndexSpec, Only, Without
from embedding.metric import Metric
from embedding.open import load_index, open_index
from embedding.words.artifact import load_words

WORDS = Path(__file__).parents[2] / "game" / "data" / "words.warmer"
GRAPH_METRICS = sorted(set(Metric) - {Metric.L1})

pytest.importorskip("hnswlib")


def recall(exact: ExactIndex, graph: HnswIndex, queries: NDArray[np.float32], k: int = 10) -> float:
    """The share of the true k nearest that the graph finds."""
    pairs = zip(exact.search_many(queries, k), graph.search_many(queries, k), strict=True)
    return float(np.mean([len(np.intersect1d(a.ids, b.ids)) / len(a) for a, b in pairs]))


class Beside(RuleBasedStateMachine):
    """An index with a graph that is always asked, and an exact one, changed the same way."""

    @initialize(metric=st.sampled_from(GRAPH_METRICS), seed=st.integers(0, 2**32 - 1))
    def open(self, metric: Metric, seed: int) -> None:
        """Both empty."""
        spec = IndexSpec("toy", 6, metric)
        self.exact, self.graph = ExactIndex(spec), HnswIndex(spec, scan_factor=0)
        self.rng = np.random.default_rng(seed)
        self.next_id = 0

    def rows(self, count: int) -> NDArray[np.float64]:
        """Fresh vectors."""
        return self.rng.normal(size=(count, 6)) + 0.1

    def some(self, count: int) -> NDArray[np.int64]:
        """Ids that are there."""
        return self.rng.choice(self.exact.ids, min(count, len(self.exact)), replace=False)

    @rule(count=st.integers(1, 80))
    def add(self, count: int) -> None:
        """Adds new ids."""
        ids, rows = np.arange(self.next_id, self.next_id + count), self.rows(count)
        self.next_id += count
        self.exact.add(ids, rows)
        self.graph.add(ids, rows)

    @precondition(lambda self: len(self.exact))
    @rule(count=st.integers(1, 40))
    def update(self, count: int) -> None:
        """Moves ids."""
        ids = self.some(count)
        rows = self.rows(len(ids))
        self.exact.update(ids, rows)
        self.graph.update(ids, rows)

    @precondition(lambda self: len(self.exact))
    @rule(count=st.integers(1, 60))
    def remove(self, count: int) -> None:
        """Removes ids."""
        ids = self.some(count)
        self.exact.remove(ids)
        self.graph.remove(ids)

    @precondition(lambda self: len(self.exact))
    @rule(k=st.integers(1, 30), kind=st.sampled_from([None, Only, Without]), n=st.integers(1, 50))
    def search(self, k: int, kind: type[Only] | type[Without] | None, n: int) -> None:
        """Finds as many, all of them allowed, in order, with the same scores, and a true rank."""
        allowed = kind(self.some(n)) if kind else None
        query = self.rows(1)[0]
        truth = self.exact.search(query, len(self.exact), allowed)
        hits = self.graph.search(query, k, allowed)
        assert len(hits) == min(k, len(truth))
        known = dict(zip(truth.ids.tolist(), truth.scores.tolist(), strict=True))
        assert [known[x] for x in hits.ids.tolist()] == hits.scores.tolist()
        assert sorted(zip(-hits.scores, hits.ids, strict=True)) == list(
            zip(-hits.scores, hits.ids, strict=True)
        )
        for item_id in self.some(3).tolist():
            assert self.graph.rank(query, item_id) == self.exact.rank(query, item_id)

    @invariant()
    def same_content(self) -> None:
        """Both hold the same ids."""
        if hasattr(self, "exact"):
            assert self.graph.ids.tolist() == self.exact.ids.tolist()


Beside.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)


class TestBeside(Beside.TestCase):
    """Random changes and searches, with exact search as the judge."""


@pytest.fixture(scope="module")
def words() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Vectors of 6,000 words of the game, and of 300 others to ask for."""
    table = load_words(WORDS)
    rows = np.random.default_rng(7).permutation(len(table))[:6300]
    vectors = table.unit_vectors(rows)
    return vectors[:6000], vectors[6000:]


@pytest.fixture(scope="module")
def real(words: tuple[NDArray[np.float32], NDArray[np.float32]]) -> tuple[ExactIndex, HnswIndex]:
    """The words in both indexes, at the settings that are shipped."""
    spec = IndexSpec("words", words[0].shape[1])
    both = ExactIndex(spec), HnswIndex(spec)
    for index in both:
        index.add(np.arange(len(words[0])), words[0])
    return both


def test_recall_on_real_words(
    words: tuple[NDArray[np.float32], NDArray[np.float32]], real: tuple[ExactIndex, HnswIndex]
) -> None:
    """At the shipped settings at least 98 of 100 true neighbours of unseen words are found."""
    exact, graph = real
    assert len(graph) > graph._scan_factor * SHIPPED.search_effort, "the graph would not be asked"
    assert recall(exact, graph, words[1]) >= 0.98


def test_recall_after_changes(words: tuple[NDArray[np.float32], NDArray[np.float32]]) -> None:
    """Recall stays where half of the words were removed and added again in other places."""
    spec = IndexSpec("words", words[0].shape[1])
    exact, graph = ExactIndex(spec), HnswIndex(spec, scan_factor=0)
    rng, rows = np.random.default_rng(8), words[0][:800]
    for index in (exact, graph):
        index.add(np.arange(800), rows)
    for _ in range(3):
        ids = rng.choice(800, 400, replace=False)
        fresh = words[0][rng.choice(6000, 400, replace=False)]
        for index in (exact, graph):
            index.remove(ids)
            index.add(ids, fresh)
    assert recall(exact, graph, words[1]) >= 0.98


@pytest.fixture(scope="module")
def saved(
    real: tuple[ExactIndex, HnswIndex], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, IndexSpec]:
    """The words' graph in a snapshot, to be loaded as often as needed."""
    folder = tmp_path_factory.mktemp("saved")
    real[1].save(folder)
    return folder, real[1].spec


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), count=st.integers(0, 60), scale=st.sampled_from([0.5, 2.0]))
def test_recall_under_random_changes(
    words: tuple[NDArray[np.float32], NDArray[np.float32]],
    saved: tuple[Path, IndexSpec],
    seed: int,
    count: int,
    scale: float,
) -> None:
    """On real words at the shipped settings recall stays 0.98, whatever was moved, gone or new."""
    exact, graph = ExactIndex.load(*saved), HnswIndex.load(*saved)
    rng, (known, unseen) = np.random.default_rng(seed), words
    ids = rng.choice(len(known), 3 * count, replace=False)
    for index in (exact, graph):
        index.remove(ids[:count])
        index.update(ids[count : 2 * count], known[ids[2 * count :]])
        index.add(10_000 + np.arange(count), scale * unseen[:count])
    assert graph.ids.tolist() == exact.ids.tolist()
    assert recall(exact, graph, unseen[rng.choice(len(unseen), 100, replace=False)]) >= 0.98


def test_emptied_and_filled_again() -> None:
    """An index that lost everything is as good as new."""
    spec, rng = IndexSpec("toy", 6), np.random.default_rng(4)
    exact, graph = ExactIndex(spec), HnswIndex(spec, scan_factor=0)
    for start in (0, 500, 1000):
        for index in (exact, graph):
            index.remove(index.ids)
        rows = rng.normal(size=(500, 6))
        for index in (exact, graph):
            index.add(np.arange(start, start + 500), rows)
    assert recall(exact, graph, rng.normal(size=(100, 6)).astype(np.float32)) >= 0.98


@pytest.mark.parametrize("share", [0.5, 0.1, 0.01])
def test_filters_on_real_words(
    words: tuple[NDArray[np.float32], NDArray[np.float32]],
    real: tuple[ExactIndex, HnswIndex],
    share: float,
) -> None:
    """Wide and narrow filters give ten of the right ones, though the graph knows no filters."""
    exact, graph = real
    only = Only(np.arange(0, len(exact), round(1 / share)))
    for query in words[1][:50]:
        wanted, hits = exact.search(query, 10, only), graph.search(query, 10, only)
        assert len(hits) == 10
        assert len(np.intersect1d(wanted.ids, hits.ids)) >= 9


def test_filter_that_hides_the_neighbourhood(
    words: tuple[NDArray[np.float32], NDArray[np.float32]], real: tuple[ExactIndex, HnswIndex]
) -> None:
    """Where a filter hides all that is near and much more, the far ones are found by a scan."""
    exact, graph = real
    near = exact.search(words[1][0], 2500).ids
    wanted = exact.search(words[1][0], 10, Without(near))
    assert graph.search(words[1][0], 10, Without(near)).ids.tolist() == wanted.ids.tolist()


def test_manhattan_is_exact_only() -> None:
    """The graph has no L1: asked for by name it is refused, and "auto" takes the exact index."""
    spec = IndexSpec("toy", 4, Metric.L1)
    with pytest.raises(MetricUnsupported) as caught:
        open_index(spec, "hnsw")
    assert (caught.value.kind, caught.value.metric) == ("hnsw", "l1")
    assert open_index(spec).kind == "exact"


def test_without_hnswlib(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without hnswlib "auto" is exact and reads a graph's snapshot; "hnsw" names the extra."""
    spec = IndexSpec("toy", 4)
    index = open_index(spec)
    assert index.kind == "hnsw"
    index.add([1, 2], np.eye(4)[:2])
    index.save(tmp_path)
    for module in ("graph", "open"):
        target = f"embedding.{module}.{'find_spec' if module == 'graph' else 'have_hnswlib'}"
        monkeypatch.setattr(target, lambda *_: None)
    assert open_index(spec).kind == "exact"
    assert load_index(tmp_path, spec).ids.tolist() == [1, 2]
    with pytest.raises(MissingDependency) as caught:
        open_index(spec, "hnsw")
    assert (caught.value.module, caught.value.extra) == ("hnswlib", "hnsw")


def test_graph_of_another_library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A graph that another package or version wrote is not read but built anew from its rows."""
    spec = IndexSpec("toy", 4)
    index = HnswIndex(spec)
    index.add(np.arange(9), np.random.default_rng(1).normal(size=(9, 4)))
    index.remove([0, 3])
    index.save(tmp_path)
    monkeypatch.setattr("embedding.hnsw.library", lambda: "other 1.0")
    monkeypatch.setattr("embedding.graph.Graph.load", None)
    again = HnswIndex.load(tmp_path, spec)
    assert again.ids.tolist() == index.ids.tolist()
    again.add([0, 3, 50], np.eye(4)[:3])
    assert len(again.search(np.ones(4), 20)) == 10
