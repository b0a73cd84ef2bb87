"""Measures both relations on the recipes that ship: python -m benchmarks.pairs.

Goes with: each ingredient of a held-out recipe is left out and looked for among the ten that
complete the rest best (five folds, five seeds). Instead of: 45 swaps that cooks make, both ways
round, and at which rank each is found. Then how long a count takes.
"""

import time

import numpy as np
from numpy.typing import NDArray

from recsys.relations import RelationDials, Relations
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


def speed() -> None:
    """Print how long counting and asking take for thousands of baskets."""
    rng = np.random.default_rng(0)
    for number, items in ((1_000, 500), (10_000, 2_000)):
        share = 1 / np.arange(1, items + 1) ** 0.8
        made = [
            rng.choice(items, 8, replace=False, p=share / share.sum()).tolist()
            for _ in range(number)
        ]
        start = time.perf_counter()
        relations = Relations(made, range(items))
        counted = time.perf_counter()
        for item in range(20):
            relations.goes_with(item)
            relations.instead_of(item)
        asked = time.perf_counter()
        print(f"{number:,} baskets of {items:,} items: counted in {1e3 * (counted - start):.0f} "
              f"ms, both relations of one in {1e3 * (asked - counted) / 20:.1f} ms")  # fmt: skip


def main() -> None:
    """Measure all."""
    shelf = shelf_items("ingredients")
    names = [item.external_id for item in shelf]
    places = {name: place for place, name in enumerate(names)}
    held = [[places[name] for name in basket] for _, basket in baskets()]
    tags = sorted({tag for item in shelf for tag in item.text.tags})
    content = np.array([[tag in item.text.tags for tag in tags] for item in shelf], float)
    content *= np.log(len(shelf) / content.sum(axis=0))
    content /= np.linalg.norm(content, axis=1, keepdims=True)
    completion(held, len(names))
    swaps(held, names, content)
    speed()


if __name__ == "__main__":
    main()
