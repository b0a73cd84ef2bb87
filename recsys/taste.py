"""The use cases of taste: say what one makes of things, and get to know what to try next."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from recsys.fitting import Check, Fitter, OpenEncoder, go_on
from recsys.learned import Learned
from recsys.listing import Lister
from recsys.maps import Maps
from recsys.meaning import Wish, asked_of, meaning, nearest
from recsys.metrics import rank, top
from recsys.negation import Asked
from recsys.neighbours import Nearest, all_pairs
from recsys.nouns import (
    HIGHEST,
    LOWEST,
    STEP,
    Fit,
    Item,
    ItemStatus,
    Opinion,
    Recorded,
    Shelf,
    Verdict,
    verdict_of,
)
from recsys.opening import opening
from recsys.opinions import Floats
from recsys.pairing import Pairing
from recsys.picks import Explanation, Found, Picks, Portrait, Twin
from recsys.portrait import portrait
from recsys.ports import BasketStore, Clock, OpinionStore, ShelfStore
from recsys.refusals import BadStars, NotOptedIn, UnknownItem
from recsys.slots import ROOM, Later, Slots, at_once
from recsys.twins import twins

T = TypeVar("T")

TWINS = 5
_SPARE = 10
"""So many more are looked for: some may have been removed since the model was made."""


@dataclass(frozen=True, slots=True)
class Opined:
    """A member's opinion with the item it is about."""

    item: Item
    opinion: Opinion


class Tastes:
    """Every model is in step with every opinion stored before it is asked.

    `encoder` is opened when it is first needed. `later` has a model made while the one before
    serves; without it that is done at once. `check` is called between its steps, and may raise.
    """

    def __init__(
        self,
        shelves: ShelfStore,
        opinions: OpinionStore,
        encoder: OpenEncoder,
        clock: Clock,
        later: Later = at_once,
        room: int = ROOM,
        baskets: BasketStore | None = None,
        check: Check = go_on,
        near: Nearest = all_pairs,
    ) -> None:
        self._shelves, self._opinions = shelves, opinions
        self._encoder, self._clock = encoder, clock
        fitter = Fitter(shelves, opinions, encoder, clock, check, near)
        self._slots = Slots(shelves, opinions, fitter, later, room)
        self._pairing, self._maps = Pairing(baskets), Maps()

    def rate(
        self, item: Item, member_id: int, stars: float, interaction_id: int | None = None
    ) -> Recorded:
        """Give an item stars, which counts at once. Raises BadStars or UnknownItem."""
        if not LOWEST <= stars <= HIGHEST or stars % STEP:
            raise BadStars(stars)
        return self._record(item, member_id, verdict_of(stars), stars, interaction_id)

    def say(
        self, item: Item, member_id: int, verdict: Verdict, interaction_id: int | None = None
    ) -> Recorded:
        """Say something of an item without stars. Raises UnknownItem."""
        return self._record(item, member_id, verdict, None, interaction_id)

    def undo(
        self, shelf: Shelf, member_id: int, item_id: int | None = None,
        interaction_id: int | None = None,
    ) -> Recorded:  # fmt: skip
        """Take back the member's last change on the shelf, or of that item.

        Again takes back the one before. Raises NothingToUndo.
        """
        return self._opinions.undo(shelf.id, member_id, item_id, self._clock(), interaction_id)

    def opinions(self, shelf: Shelf, member_id: int) -> Sequence[Opined]:
        """All that a member said of items on a shelf, the latest first."""
        held = self._opinions.of_member(shelf.id, member_id)
        items = self._shelves.items_of([opinion.item_id for opinion in held])
        return [Opined(items[opinion.item_id], opinion) for opinion in held]

    def recommend(
        self,
        shelf: Shelf,
        members: Sequence[int],
        rng: np.random.Generator,
        *,
        number: int = 5,
        mood: str | None = None,
        dial: float = 0.25,
        surprise: bool = True,
        without: Collection[int] = (),
    ) -> Picks:
        """What to try next: for one member, or one list for several that leaves nobody out.

        Nothing is in it that any of them rated, has seen or dismissed. `dial` in [0, 1] is how
        much being unlike the rest of the list counts; with `surprise` the last place goes to
        something a little further down. The items of the ids in `without` are passed over: they
        were shown before. Without likes, with nothing left, or with a mood that nothing here is
        really near to, the result says so.
        """
        learned = self._slots.get(shelf)
        said = {member: self._opinions.of_member(shelf.id, member) for member in members}
        wish = self._wish(learned, mood)
        with learned.lock:
            known = {member: learned.known(member, held) for member, held in said.items()}
            lister = Lister(learned, known, said)
            picks = lister.picks(
                rng, number=number, wish=wish, dial=dial, surprise=surprise, without=without
            )
        return self._current(picks)

    def opening(self, shelf: Shelf, member_id: int, without: Collection[int] = ()) -> Item | None:
        """What to ask a member about to learn most: well known, and unlike what they spoke of.

        Not the items of the ids in `without`, which they do not know. None where nothing is left.
        """
        learned = self._slots.get(shelf)
        held = self._opinions.of_member(shelf.id, member_id)
        seen = {opinion.item_id for opinion in held} | set(without)
        while True:
            with learned.lock:
                found = opening(learned, seen)
            if found is None:
                return None
            item = self._shelves.items_of([found]).get(found)
            if item is not None and item.status is ItemStatus.LIVE:
                return item
            seen.add(found)  # it went since the model was made

    def explain(
        self, item: Item, member_id: int, others: Sequence[int] = (), mood: str | None = None
    ) -> Explanation:
        """All that adds up to the score of an item for a member. Raises UnknownItem.

        Where a list was for others too, or in a mood, also what that adds to its place there.
        """
        shelf = self._shelf(item)
        learned = self._slots.get(shelf, item.id)
        said = {one: self._opinions.of_member(shelf.id, one) for one in (member_id, *others)}
        wish = self._wish(learned, mood)
        with learned.lock:
            known = {one: learned.known(one, held) for one, held in said.items()}
            found = Lister(learned, known, said).explain(learned.row(item), member_id, wish)
        return replace(found, item=item)

    def similar(self, item: Item, number: int = 10) -> Found:
        """What is most like an item, by what it is and by who likes it. Raises UnknownItem."""
        learned = self._having(item)
        with learned.lock:
            row = learned.row(item)
            scores = rank(learned.model.alike(row), [row, *learned.gone])
            found = _scored(learned, scores, number + _SPARE)
        return Found(tuple(self._live(found)[:number]))

    def asked(self, shelves: Iterable[Shelf], text: str) -> Asked:
        """What a text asks for of several shelves: the same of each, so that results compare."""
        return asked_of(map(self._slots.get, shelves), text)

    def search(self, shelf: Shelf, text: str | Asked, number: int = 10) -> Found:
        """The live items nearest to a text in meaning; by words where there is no encoder."""
        learned = self._slots.get(shelf)
        told = asked_of([learned], text) if isinstance(text, str) else text
        found = nearest(learned, self._encoder, told, number + _SPARE)
        return replace(found, items=tuple(self._live(found.items)[:number]))

    def pairs(self, item: Item, number: int = 10) -> Sequence[tuple[Item, int]]:
        """What goes with an item, and in how many baskets or members' likes it stands beside it.

        Raises UnknownItem.
        """
        found = self._pairing.pairs(self._having(item), item, number + _SPARE)
        return self._live(found)[:number]

    def swaps(self, item: Item, number: int = 10) -> Sequence[Item]:
        """What may take the place of an item. Raises UnknownItem."""
        found = self._pairing.swaps(self._having(item), item, number + _SPARE)
        return [one for one, _ in self._live([(one, None) for one in found])[:number]]

    def near(self, shelf: Shelf, text: str, number: int) -> Sequence[Item]:
        """What is nearest to a text as it is, a no in it or not: it may be the start of a title.

        Nothing where nothing is really near, or where no model is ready: then one is made.
        """
        learned = self._slots.ready(shelf)
        if learned is None or learned.index is None:
            return ()
        found = nearest(learned, self._encoder, Asked(text), number + _SPARE)
        return [] if found.faint else [item for item, _ in self._live(found.items)[:number]]

    def opt_in(self, server_id: int, member_id: int, *, wanted: bool) -> None:
        """Store whether a member wishes to find twins, and to be found."""
        self._opinions.opt_in(server_id, member_id, self._clock(), wanted=wanted)

    def twins(self, shelf: Shelf, member_id: int, number: int = TWINS) -> Sequence[Twin]:
        """The members most alike in taste among those who opted in, as the member must have.

        Raises NotOptedIn.
        """
        open_to_it = self._opinions.opted_in(shelf.server_id)
        if member_id not in open_to_it:
            raise NotOptedIn
        learned = self._slots.get(shelf)
        with learned.lock:
            return twins(learned, shelf.id, member_id, open_to_it)[:number]

    def portrait(self, shelf: Shelf, member_id: int) -> Portrait:
        """Where a member's taste lies on the map of a shelf, and which tags set it apart."""
        learned = self._slots.get(shelf)
        held = self._opinions.of_member(shelf.id, member_id)
        return portrait(learned, member_id, held, self._maps)

    def unlearn(self, member_id: int, servers: Collection[int] | None = None) -> None:
        """Take a member out of every model in use, exactly; after the store forgot them there.

        Without this, and in other processes, each model does so itself before it serves again.
        """
        self._slots.unlearn(member_id, servers)

    def drop(self, server_id: int) -> None:
        """Give up all models of a server that is stored no more."""
        self._slots.drop(server_id)
        self._maps.drop(server_id)

    def warm(self, shelf: Shelf) -> None:
        """Have the model of a shelf made in good time, if there is none."""
        self._slots.ready(shelf)

    def fit(self, shelf: Shelf) -> Fit:
        """Fit a shelf's model anew, tuned and measured beside popularity."""
        return self._slots.refit(shelf)

    def _record(
        self, item: Item, member_id: int, verdict: Verdict, stars: float | None,
        interaction_id: int | None,
    ) -> Recorded:  # fmt: skip
        opinion = Opinion(item.shelf_id, member_id, item.id, verdict, stars, self._clock())
        return self._opinions.record(opinion, interaction_id)

    def _wish(self, learned: Learned, mood: str | None) -> Wish | None:
        """What a mood asks for; None where it is empty."""
        if not mood or not mood.strip():
            return None
        return meaning(learned, self._encoder, asked_of([learned], mood))

    def _shelf(self, item: Item) -> Shelf:
        shelf = self._shelves.shelf_of(item.shelf_id)
        if shelf is None:
            raise UnknownItem(item.title)
        return shelf

    def _having(self, item: Item) -> Learned:
        """The model of an item's shelf, which knows the item as soon as it stands there."""
        return self._slots.get(self._shelf(item), item.id)

    def _live(self, found: Iterable[tuple[Item, T]]) -> list[tuple[Item, T]]:
        """What was found without what was removed since the model was made, as stored now."""
        held = list(found)
        now = self._shelves.items_of([item.id for item, _ in held])
        current = ((now.get(item.id), rest) for item, rest in held)
        return [(x, rest) for x, rest in current if x and x.status is ItemStatus.LIVE]

    def _current(self, picks: Picks) -> Picks:
        """The picks without what was removed since the model was made, as stored now."""
        kept = self._live((pick.item, pick) for pick in picks.picks)
        return replace(picks, picks=tuple(replace(pick, item=now) for now, pick in kept))


def _scored(learned: Learned, scores: Floats, number: int) -> tuple[tuple[Item, float], ...]:
    return tuple((learned.items[row], float(scores[row])) for row in top(scores, number))
