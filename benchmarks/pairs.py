"""Measures both relations, on the recipes that ship and on what members like.

    python -m benchmarks.pairs [--movielens DIR] [--json FILE]

Goes with: each ingredient of a held-out recipe is left out and looked for among the ten that
complete the rest best (five folds, five seeds). Instead of: 45 swaps that cooks make, both ways
round, and at which rank each is found; with a folder of MovieLens the same for 36 pairs of films,
by genres and years alone. "Before" is one rule for baskets and likes, and all pairs counted anew
after every rating; what is asked and what it takes are measured side by side in one run.
"""

import argparse
import time
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from threadpoolctl import threadpool_limits

from benchmarks._all_pairs import AllPairs
from benchmarks._table import machine, print_table, today, write_json
from recsys.datasets import movie_texts, read_ratings
from recsys.features import FeatureBasis
from recsys.nouns import LIKED
from recsys.relations import LIKES, RelationDials, Relations
from recsys.shipped import baskets, shelf_items

SEEDS, FOLDS, K = 5, 5, 10
SWAPS = (
    "butter:olive-oil butter:oil oil:olive-oil lemon:lime lemon:vinegar pasta:rice pasta:noodles "
    "rice:noodles beef:lamb beef:pork chicken:pork chicken:tofu beef:chicken parmesan:gruyere "
    "gruyere:cheddar chickpeas:lentils chickpeas:beans beans:lentils parsley:coriander basil:mint "
    "basil:parsley thyme:rosemary red-wine:white-wine prawns:white-fish salmon:white-fish "
    "soy-sauce:fish-sauce cream:coconut-milk cream:sour-cream cream:milk yoghurt:sour-cream "
    "honey:sugar flatbread:bread tortillas:flatbread potato:rice walnuts:peanuts "
    "yeast:baking-powder aubergine:courgette aubergine:mushroom chilli:paprika garam-masala:cumin "
    "sesame-oil:oil bacon:pork spinach:cabbage mozzarella:feta spring-onion:onion"
)
FILM_SWAPS = (
    "Alien/Thing, The", "Terminator, The/RoboCop", "Matrix, The/Dark City",
    "Toy Story/Bug's Life, A", "Finding Nemo/Monsters, Inc.", "Shrek/Ice Age",
    "Lion King, The/Aladdin", "Spirited Away/Princess Mononoke",
    "My Neighbor Totoro/Kiki's Delivery Service", "Godfather, The/Goodfellas",
    "Goodfellas/Casino", "Pulp Fiction/Reservoir Dogs", "Seven/Silence of the Lambs, The",
    "Notting Hill/Four Weddings and a Funeral", "Sleepless in Seattle/You've Got Mail",
    "When Harry Met Sally/Annie Hall", "Saving Private Ryan/Platoon",
    "Apocalypse Now/Full Metal Jacket", "Scream/I Know What You Did Last Summer",
    "Shining, The/Exorcist, The", "Die Hard/Speed", "Airplane!/Naked Gun: From the Files",
    "Monty Python and the Holy Grail/Monty Python's Life of Brian", "Blade Runner/Minority Report",
    "Ocean's Eleven/Italian Job, The", "Memento/Prestige, The", "Batman Begins/Spider-Man",
    "Gladiator/Braveheart", "Titanic/English Patient, The", "Rear Window/Vertigo",
    "Singin' in the Rain/West Side Story", "Clueless/Mean Girls", "Rushmore/Royal Tenenbaums, The",
    "Fargo/Big Lebowski, The", "Trainspotting/Requiem for a Dream", "Groundhog Day/Big",
)  # fmt: skip
SHOWN = ("Alien", "Toy Story", "Notting Hill", "Godfather, The", "Amelie", "Spirited Away")
EATEN = ("butter", "cream", "beef", "basil", "rice")
MOST_BEFORE = 500_000
"""All pairs of more likes than that do not fit into memory."""
Asked = Callable[[int, int], list[int]]
Content = NDArray[np.float64]


def completion(held: list[list[int]], items: int) -> None:
    """Print the hit rates of completing baskets: ours, by sums of pairs, and by popularity."""
    hits: dict[str, list[float]] = {"completing": [], "popularity": []}
    for seed in range(SEEDS):
        folds = np.random.default_rng(seed).integers(FOLDS, size=len(held))
        for fold in range(FOLDS):
            train = [basket for basket, its in zip(held, folds, strict=True) if its != fold]
            test = [basket for basket, its in zip(held, folds, strict=True) if its == fold]
            relations = Relations(train, range(items))
            popular = sorted(range(items), key=lambda item: (-relations.count(item), item))
            for basket in test:
                for hidden in basket:
                    if not relations.count(hidden):
                        continue
                    rest = set(basket) - {hidden}
                    hits["completing"].append(hidden in relations.completing(rest, K))
                    first = [item for item in popular if item not in rest][:K]
                    hits["popularity"].append(hidden in first)
    ours, theirs = (np.array(hits[name], float) for name in ("completing", "popularity"))
    error = (ours - theirs).std() / np.sqrt(len(held))  # by recipe: its ingredients are not alone
    print(f"left-out ingredient among the first {K}: {ours.mean():.3f}, popularity "
          f"{theirs.mean():.3f}, {(ours - theirs).mean():+.3f} ± {error:.3f}")  # fmt: skip


def swaps(held: list[list[int]], names: list[str], content: NDArray[np.float64]) -> None:
    """Print at which rank swaps that cooks make are found."""
    places = {name: place for place, name in enumerate(names)}
    wanted = [tuple(places[name] for name in pair.split(":")) for pair in SWAPS.split()]
    kinds = {
        "contexts alone": Relations(held, range(len(names))),
        "contexts and tags": Relations(held, range(len(names)), content),
        "tags alone": Relations([], range(len(names)), content, RelationDials()),
    }
    for kind, relations in kinds.items():
        ranks = []
        for one, other in [*wanted, *((b, a) for a, b in wanted)]:
            found = [x.item for x in relations.instead_of(one, len(names))]
            ranks.append(found.index(other) + 1 if other in found else len(names))
        at = np.array(ranks)
        print(f"{kind}: among the first five {np.mean(at <= 5):.2f}, ten {np.mean(at <= 10):.2f}, "
              f"median rank {np.median(at):.0f} of {len(names) - 1}")  # fmt: skip


def films(folder: Path) -> tuple[csr_array, list[str], Content]:
    """Who likes which film, 610 by 9,742; the titles; and the content of genres and years."""
    texts = movie_texts(folder)
    rows = [row for row in read_ratings(folder / "ratings.csv") if row.value >= LIKED]
    users = {user: n for n, user in enumerate(sorted({row.user for row in rows}))}
    places = {item: n for n, item in enumerate(texts)}
    at = ([users[row.user] for row in rows], [places[row.item] for row in rows])
    held = csr_array((np.ones(len(rows), np.float32), at), shape=(len(users), len(places)))
    described = [text.described for text in texts.values()]
    vectors = np.zeros((len(texts), 0))
    features = FeatureBasis.of(vectors, described).features(vectors, described)
    return held, [text.title for text in texts.values()], features.content


def by_likes(folder: Path) -> list[dict[str, object]]:
    """Print what films swap and pair with, before and now."""
    held, titles, content = films(folder)
    before, now = AllPairs(held, content), Relations(held, range(len(titles)), content, LIKES)
    counts = before.counts

    def place(start: str) -> int:
        known = [n for n, title in enumerate(titles) if title.startswith((start + " (", start))]
        exact = [n for n in known if titles[n].startswith(start + " (")]
        return max(exact or known, key=lambda n: counts[n])

    asked = {"before": (before.pairs, before.swaps), "now": _asking(now)}
    others = {
        "now, content alone": Relations([], range(len(titles)), content, LIKES),
        "now, contexts alone": Relations(held, range(len(titles)), dials=LIKES),
        "now, busy members counting fully": Relations(
            held, range(len(titles)), content, replace(LIKES, busy=False)
        ),
        "now, divided by the lift as baskets are": Relations(
            held, range(len(titles)), content, replace(LIKES, apart=True)
        ),
    }
    rules = asked | {name: _asking(known) for name, known in others.items()}
    wanted = [(place(a), place(b)) for a, b in (pair.split("/") for pair in FILM_SWAPS)]
    popular = set(np.argsort(-counts)[:50].tolist())
    some = np.random.default_rng(0).choice(np.flatnonzero(counts >= 5), 150, replace=False)
    rows = []
    for name, both in rules.items():
        at = np.array(_ranks(both[1], [*wanted, *((b, a) for a, b in wanted)], len(titles)))
        in_pairs, in_swaps = (
            np.mean([len(popular & set(ask(int(item), 10))) / 10 for item in some]) for ask in both
        )
        rows.append({
            "rule": name, "first 10": float(np.mean(at <= 10)),
            "first 50": float(np.mean(at <= 50)), "median rank": float(np.median(at)),
            "popular in pairs": float(in_pairs), "popular in swaps": float(in_swaps),
        })  # fmt: skip
    print_table("Film swaps, 36 pairs both ways; the 50 most liked among ten of 150 films",
                [*rows[0]], [[*row.values()] for row in rows])  # fmt: skip
    for start in SHOWN:
        for name, both in asked.items():
            for kind, ask in zip(("pairs", "swaps"), both, strict=True):
                shown = "; ".join(titles[n][:30] for n in ask(place(start), 6))
                print(f"{start}, {kind} {name}: {shown}")
    return rows


def _asking(known: Relations) -> tuple[Asked, Asked]:
    return (
        lambda item, n: [x.item for x in known.goes_with(item, 2 * n) if x.together > 1][:n],
        lambda item, n: [x.item for x in known.instead_of(item, n, reasons=0)],
    )


def _ranks(ask: Asked, wanted: Sequence[tuple[int, int]], last: int) -> list[int]:
    """At which rank each is found; the last where it is not."""
    found = [(ask(one, last), other) for one, other in wanted]
    return [places.index(other) + 1 if other in places else last for places, other in found]


def by_use(held: list[list[int]], names: list[str], content: Content) -> None:
    """Print what some ingredients swap with: that rule is the one there was before."""
    relations = Relations(held, range(len(names)), content)
    for name in EATEN:
        found = [names[x.item] for x in relations.instead_of(names.index(name), 6)]
        print(f"{name}: {', '.join(found)}")


def made_up(members: int, items: int, each: int) -> csr_array:
    """Likes with a popularity as among real films."""
    rng = np.random.default_rng(1)
    share = np.cumsum(np.arange(1, items + 1) ** -0.8)
    drawn = np.searchsorted(share / share[-1], rng.random(members * each)).clip(0, items - 1)
    pairs = np.unique(np.repeat(np.arange(members), each).astype(np.int64) * items + drawn)
    at = (pairs // items, pairs % items)
    return csr_array((np.ones(len(pairs), np.float32), at), shape=(members, items))


def measured(work: Callable[[], object], times: int) -> tuple[float, float]:
    """How many milliseconds it takes at best, and how many MB at most."""
    took = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        took.append(1e3 * (time.perf_counter() - start))
    tracemalloc.start()
    work()
    most = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    return min(took), most


def speed(folder: Path | None) -> list[dict[str, object]]:
    """Print what a question takes after a rating: everything counted, or what is asked."""
    shelves = [("10,000 baskets of 8", made_up(10_000, 2_000, 8), RelationDials())]
    if folder is not None:
        shelves.append(("MovieLens", films(folder)[0], LIKES))
    shelves.append(("80 likes each", made_up(2_000, 100_000, 80), LIKES))
    shelves.append(("500 likes each", made_up(2_000, 100_000, 500), LIKES))
    rows = [_question(*shelf) for shelf in shelves]
    print_table("One question after a rating", [*rows[0]], [[*row.values()] for row in rows])
    return rows


def _question(name: str, held: csr_array, dials: RelationDials) -> dict[str, object]:
    item, ids = 5, range(held.shape[1])
    content = np.random.default_rng(0).normal(size=(len(ids), 20))
    paired = measured(lambda: Relations(held, ids, dials=dials).goes_with(item, 20), 5)
    both = measured(lambda: Relations(held, ids, content, dials).instead_of(item, 20, reasons=0), 5)
    row: dict[str, object] = {
        "shelf": f"{held.shape[0]:,} x {held.shape[1]:,}, {name}", "likes": int(held.nnz),
        "pairs ms": paired[0], "pairs MB": paired[1], "swaps ms": both[0], "swaps MB": both[1],
    }  # fmt: skip
    if held.nnz >= MOST_BEFORE:
        return row | {"before ms": "-", "before MB": "-", "times faster": "-"}
    ms, most = measured(lambda: AllPairs(held, content).swaps(item, 20), 2)
    return row | {"before ms": ms, "before MB": most, "times faster": ms / both[0]}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--movielens", type=Path, metavar="DIR", help="ml-latest-small")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    options = parser.parse_args(arguments)
    shelf = shelf_items("ingredients")
    names = [item.external_id for item in shelf]
    places = {name: place for place, name in enumerate(names)}
    held = [[places[name] for name in basket] for _, basket in baskets()]
    tags = sorted({tag for item in shelf for tag in item.text.tags})
    content = np.array([[tag in item.text.tags for tag in tags] for item in shelf], float)
    content *= np.log(len(shelf) / content.sum(axis=0))
    content /= np.linalg.norm(content, axis=1, keepdims=True)
    print(f"{today()}, {machine()}, one thread")
    with threadpool_limits(1):
        completion(held, len(names))
        swaps(held, names, content)
        by_use(held, names, content)
        liked = by_likes(options.movielens) if options.movielens else []
        took = speed(options.movielens)
    if options.json:
        write_json(options.json, {"film_swaps": liked, "speed": took})


if __name__ == "__main__":
    main()
