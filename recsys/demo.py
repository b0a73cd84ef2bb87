"""Invented members for the demo: nobody is meant. Their tastes are planted, their ratings drawn.

Each has a temperament, a few tags they love and some they do not, and rates what they came across:
rather what is famous (which is drawn too), and what they would like.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from recsys.opinions import Floats
from recsys.shipped import ShippedItem, shelf_items

RATED_SHELVES = ("films", "books", "recipes")
UNSEEN = frozenset({"flow", "wolfwalkers", "honeyland", "piranesi", "okonomiyaki"})
"""What no invented member knows: these are the demo's new items."""
_INVENTED = (
    "Ada Bjarne Cleo Dario Elin Farid Greta Hugo Ines Jonas Kaya Leo Mina Nils Odile Pavel "
    "Quinn Rosa Samir Tove Umar Vera Wim Xenia Yara Zeno Alba Boris Chiara Dmitri Esme Finn "
    "Gita Henk Ida Juno Karim Lotte Milo Nadia Oskar Petra Rafi Selma Theo Ursa Viggo Wanda"
)
_NAMES = _INVENTED.split()


@dataclass(frozen=True, slots=True)
class Temperament:
    """What a kind of member loves and does not, in tags of all shelves."""

    name: str
    loves: tuple[str, ...]
    avoids: tuple[str, ...]


def _temperament(name: str, loves: str, avoids: str) -> Temperament:
    return Temperament(name, tuple(loves.split()), tuple(avoids.split()))


TEMPERAMENTS = (
    _temperament(
        "stargazers",
        "science-fiction space robots dystopia technology time-travel science quick spicy noodles",
        "romance marriage musical slow baked",
    ),
    _temperament(
        "dreamers",
        "animation fantasy magic childhood family nature warm-hearted sweet breakfast vegetarian",
        "violent bleak crime violence spicy",
    ),
    _temperament(
        "night owls",
        "crime thriller detective mystery tense dark-humour city beef street-food fried",
        "family animation warm-hearted vegan healthy",
    ),
    _temperament(
        "shiverers",
        "horror monsters ghosts eerie dreamlike identity psychological spicy soup winter",
        "romance comedy musical humour dessert",
    ),
    _temperament(
        "romantics",
        "romance first-love melancholy quiet marriage stylish classic elegant french dessert",
        "action monsters space war street-food",
    ),
    _temperament(
        "jesters",
        "comedy absurd satirical satire humour friendship party snack mexican quick",
        "bleak grief epic history slow",
    ),
    _temperament(
        "historians",
        "history war politics biography justice colonialism racism journalism comforting slow",
        "fantasy magic absurd horror quick",
    ),
    _temperament(
        "wanderers",
        "adventure journey nature desert sea survival animals grilled fish healthy raw",
        "city work marriage school comforting",
    ),
)


@dataclass(frozen=True, slots=True)
class DemoMember:
    """An invented member; `ratings` are stars by shelf and external id."""

    name: str
    temperament: str
    ratings: Mapping[str, Mapping[str, float]]


def community(seed: int = 7, size: int = len(_NAMES)) -> list[DemoMember]:
    """So many invented members (at most as many as there are names), always the same for a seed.

    Each temperament has as many members as the others, but for one.
    """
    rng = np.random.default_rng(seed)
    shelves = {shelf: shelf_items(shelf) for shelf in RATED_SHELVES}
    fame = {shelf: rng.normal(size=len(items)) for shelf, items in shelves.items()}
    return [_member(number, shelves, fame, rng) for number in range(min(size, len(_NAMES)))]


def _member(
    number: int,
    shelves: Mapping[str, Sequence[ShippedItem]],
    fame: Mapping[str, Floats],
    rng: np.random.Generator,
) -> DemoMember:
    kind = TEMPERAMENTS[number % len(TEMPERAMENTS)]
    second = TEMPERAMENTS[rng.integers(len(TEMPERAMENTS))]
    ratings = {
        shelf: _ratings(items, fame[shelf], _appeal(items, kind, second), rng)
        for shelf, items in shelves.items()
    }
    return DemoMember(_NAMES[number], kind.name, ratings)


def _appeal(items: Sequence[ShippedItem], kind: Temperament, second: Temperament) -> Floats:
    """How much each item is to a member's taste: the own temperament's, and some of another's."""

    def liking(item: ShippedItem, one: Temperament) -> float:
        tags = set(item.text.tags)
        return len(tags & set(one.loves)) - len(tags & set(one.avoids))

    return np.array([liking(item, kind) + 0.3 * liking(item, second) for item in items])


def _ratings(
    items: Sequence[ShippedItem], fame: Floats, appeal: Floats, rng: np.random.Generator
) -> dict[str, float]:
    """Stars for what a member came across: an eighth to a quarter of a shelf."""
    known = np.array([item.external_id not in UNSEEN for item in items])
    chance = np.where(known, np.exp(0.8 * fame + 0.7 * appeal), 0)
    number = int(len(items) * rng.uniform(0.125, 0.25))
    met = rng.choice(len(items), size=number, replace=False, p=chance / chance.sum())
    stars = 2.9 + 0.75 * appeal[met] + 0.25 * fame[met] + rng.normal(scale=0.6, size=number)
    halves = np.clip(np.round(2 * stars), 1, 10)
    return {
        items[place].external_id: float(half / 2) for place, half in zip(met, halves, strict=True)
    }
