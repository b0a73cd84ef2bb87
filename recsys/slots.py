"""Holds the models in use: each kept in step with the database, made aside and swapped once."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock

from recsys.dials import Dials
from recsys.encoding import page, read
from recsys.fitting import Fitter
from recsys.learned import Learned
from recsys.nouns import Fit, Shelf, ShelfState
from recsys.ports import OpinionStore, ShelfStore
from recsys.tuned import dials_of

Later = Callable[[Callable[[], object]], object]
"""Has something done in good time, off the path of whoever asks; or at once."""
Sizes = tuple[int, int]
"""How many opinions and items there are."""

ROOM = 512 * 2**20
"""So many bytes of models are kept, and the latest one in any case."""
_STALE, _YOUNG = 2000, 100
"""After so many single changes a model is made afresh, as rounding adds up.

A young one is once it has doubled, after the second number of changes at the soonest.
"""
_GROWN, _FEW = 0.1, 10
"""By more than such a share opinions or items must have changed in number for dials to be sought
again, and by more than so many."""
_PARTS = 4
"""After each such part of a shelf's texts a new model is made, which knows them."""
_MOST_GONE = 20
"""If more raters than that have taken something back, a new model costs less than to follow."""


def at_once(work: Callable[[], object]) -> object:
    """Do it now."""
    return work()


@dataclass(slots=True, eq=False)
class _Slot:
    learned: Learned | None = None
    sought: Sizes | None = None
    """For how much dials were sought last, as far as is known here."""
    due: bool = False
    """Somebody was sent to look after it, and has not begun yet."""
    after: int = 0
    """Of the texts that the model lacks, those of items up to that id are encoded by now."""
    fresh: int = 0
    """So many of them since it was made."""
    read: bool = False
    """All that can be encoded for it is."""
    making: Lock = field(default_factory=Lock)
    """Held by whoever makes a model; whoever has none to go on with waits for it."""


class Slots:
    """The models by shelf, those not used for longest given up for room.

    A model is never changed but by what happens to opinions, under its lock: it follows single
    changes, and it unlearns what is not stored any more, whoever deleted that in whichever
    process, before it serves again. What else changes leads to a new one, made aside while the old
    one serves; a failure there leaves the old one serving. The dials are those of the latest fit
    that is stored, whichever process made it: a fit is computed, then stored in one transaction,
    then swapped in.
    """

    def __init__(
        self, shelves: ShelfStore, opinions: OpinionStore, fitter: Fitter,
        later: Later = at_once, room: int = ROOM,
    ) -> None:  # fmt: skip
        self._shelves, self._opinions, self._fitter = shelves, opinions, fitter
        self._later, self._room = later, room
        self._slots: OrderedDict[int, _Slot] = OrderedDict()
        self._lock = Lock()

    def get(self, shelf: Shelf, item_id: int | None = None) -> Learned:
        """The model of a shelf, in step with every opinion that was stored before the call.

        With `item_id`, one that has a row for that item, if the shelf has it by now.
        """
        slot, sent = self._slot(shelf), False
        while True:
            learned = slot.learned or self._instead(shelf, slot, None)
            now = self._states(shelf)
            if not self._follow(learned, now) or _lacks(learned, item_id, now):
                self._instead(shelf, slot, learned)
            elif sent or not self._is_due(slot, learned, now):
                return learned
            else:
                sent = self._send(shelf, slot)

    def ready(self, shelf: Shelf) -> Learned | None:
        """The model that serves a shelf, however old; None, and one is made later, without.

        For what no opinion has a part in.
        """
        slot = self._slot(shelf)
        if slot.learned is None:
            self._send(shelf, slot)
        return slot.learned

    def refit(self, shelf: Shelf) -> Fit:
        """Make a model now, tune and measure it; its figures are kept."""
        slot = self._slot(shelf)
        with slot.making:
            learned = self._make(shelf, slot)
        return self._improve(learned, slot)

    def unlearn(self, member_id: int, servers: Collection[int] | None = None) -> None:
        """Take a member out of every model in use (of those servers); exact, and at once."""
        for learned in self._serving():
            homes = self._homes(learned.states, servers)
            with learned.lock:
                learned.unlearn(member_id, homes)

    def drop(self, server_id: int) -> None:
        """Give up the models of a server's shelves."""
        for learned in self._serving():
            if learned.shelf.server_id == server_id:
                with self._lock:
                    self._slots.pop(learned.shelf.id, None)

    def _serving(self) -> Sequence[Learned]:
        with self._lock:
            return [slot.learned for slot in self._slots.values() if slot.learned]

    def _homes(self, shelf_ids: Iterable[int], servers: Collection[int] | None) -> list[int]:
        if servers is None:
            return list(shelf_ids)
        found = (self._shelves.shelf_of(shelf_id) for shelf_id in list(shelf_ids))
        return [shelf.id for shelf in found if shelf is not None and shelf.server_id in servers]

    def _slot(self, shelf: Shelf) -> _Slot:
        with self._lock:
            slot = self._slots.get(shelf.id)
            if slot is None or _is_another(shelf, slot.learned):
                slot = self._slots[shelf.id] = _Slot()
            self._slots.move_to_end(shelf.id)
            return slot

    def _states(self, shelf: Shelf) -> Mapping[int, ShelfState]:
        pool = self._shelves.pool(shelf.id)
        return self._opinions.state([shelf.id, *(other.id for other in pool)])

    def _follow(self, learned: Learned, now: Mapping[int, ShelfState]) -> bool:
        """Let a model know and forget what it has to; False where it may not serve any more."""
        with learned.lock:
            for shelf_id, state in now.items():
                known = learned.states.get(shelf_id)
                if known is not None and state.changes > known.changes:
                    changes = self._opinions.changes(shelf_id, known.changes)
                    learned.learn(shelf_id, changes, state.changes)
            moved = [home for home in learned.clean if learned.clean[home] != _epoch(now, home)]
            return not moved or self._take_out(learned, moved, now)

    def _take_out(
        self, learned: Learned, moved: Sequence[int], now: Mapping[int, ShelfState]
    ) -> bool:
        """Take out of a model what is not stored any more; False where that is too much.

        Shelves that are gone, or that learn with this one no more, take all of theirs along.
        """
        states, rated = self._opinions.rated([home for home in moved if home in now])
        gone = learned.vanished(moved, rated)
        if len(gone) > _MOST_GONE:
            return False
        for key, rows in gone.items():
            learned.take_back(key, rows)
        learned.clean |= {home: _epoch(states, home) for home in moved}
        return True

    def _is_due(self, slot: _Slot, learned: Learned, now: Mapping[int, ShelfState]) -> bool:
        if _is_old(learned, now) or _is_outgrown(learned, slot.sought):
            return True
        return self._lacks_texts(slot, learned)

    def _lacks_texts(self, slot: _Slot, learned: Learned) -> bool:
        return not slot.read and self._fitter.lacks_texts(learned)

    def _send(self, shelf: Shelf, slot: _Slot) -> bool:
        """Have somebody look after a shelf, unless somebody was sent already; True."""
        with self._lock:
            waits, slot.due = slot.due, True
        if not waits:
            self._later(lambda: self._tend(shelf, slot))
        return True

    def _tend(self, shelf: Shelf, slot: _Slot) -> None:
        """Make a new model, or seek dials, where that is due."""
        with self._lock:
            slot.due = False  # what happens from now on may not be seen any more
        with slot.making:
            learned, now = slot.learned, self._states(shelf)
            if learned is None or not self._follow(learned, now) or _is_old(learned, now):
                learned = self._make(shelf, slot)
            dials, slot.sought = self._latest(shelf)
            outgrown = _is_outgrown(learned, slot.sought)
            if not outgrown and dials != learned.model.dials:  # another process found them
                self._make(shelf, slot)
        if self._lacks_texts(slot, learned):
            self._read_on(shelf, slot, learned)
        elif outgrown:  # which takes long: who needs a new model meanwhile makes one
            self._improve(learned, slot)

    def _read_on(self, shelf: Shelf, slot: _Slot, learned: Learned) -> None:
        """Encode a few of the texts that a model lacks; after each quarter, make a new one."""
        encoder = self._fitter.encoder()
        items = page(self._shelves, shelf, slot.after)
        if encoder is not None and items:
            slot.fresh += read(encoder, items, len(learned.items))
            slot.after = items[-1].id
        if not items or slot.fresh > len(learned.items) // _PARTS:
            with slot.making:
                self._make(shelf, slot)
        if not items:
            slot.after, slot.read = 0, True
        self._send(shelf, slot)  # behind whatever else waits

    def _instead(self, shelf: Shelf, slot: _Slot, unfit: Learned | None) -> Learned:
        """A model instead of one that cannot serve, unless somebody was faster."""
        with slot.making:
            if slot.learned is None or slot.learned is unfit:
                return self._make(shelf, slot)
            return slot.learned

    def _make(self, shelf: Shelf, slot: _Slot) -> Learned:
        """Swap a new model in, under the dials of the latest fit."""
        dials, slot.sought = self._latest(shelf)
        return self._swap(slot, self._fitter.fit(shelf, dials))

    def _swap(self, slot: _Slot, learned: Learned) -> Learned:
        """Let a model serve, without what was deleted after it was read."""
        self._follow(learned, self._states(learned.shelf))
        if slot.learned is None or _own_epoch(slot.learned) != _own_epoch(learned):
            slot.after = 0  # what was read already may have other texts now
        slot.learned, slot.fresh, slot.read = learned, 0, False
        self._tidy()
        return learned

    def _latest(self, shelf: Shelf) -> tuple[Dials, Sizes | None]:
        """The dials of the latest fit that we understand and what for, or the defaults."""
        encoder = self._fitter.encoder_id
        for fit in self._opinions.fits(shelf.id):
            if (dials := dials_of(fit.tuning, encoder)) is not None:
                return dials, (fit.opinions, fit.items)
        return Dials(), None

    def _improve(self, before: Learned, slot: _Slot) -> Fit:
        """Find better dials aside, keep them with what they are worth, then swap them in."""
        slot.sought = _sizes(before)  # also where it fails: it would do so again
        learned, fit = self._fitter.train(before)
        self._opinions.keep_fit(fit)
        if learned is not before:
            self._swap(slot, learned)
        return fit

    def _tidy(self) -> None:
        with self._lock:
            made = [(i, slot.learned) for i, slot in self._slots.items() if slot.learned]
            size = sum(learned.size for _, learned in made)
            for shelf_id, learned in made[:-1]:
                if size <= self._room:
                    return
                size -= learned.size
                del self._slots[shelf_id]


def _is_another(shelf: Shelf, learned: Learned | None) -> bool:
    """Whether a model is of a shelf that had that id before: SQLite gives ids out again."""
    return learned is not None and (learned.shelf.server_id, learned.shelf.name) != (
        shelf.server_id, shelf.name
    )  # fmt: skip


def _lacks(learned: Learned, item_id: int | None, now: Mapping[int, ShelfState]) -> bool:
    """Whether a model has no row for an item, and a new one might."""
    return item_id is not None and item_id not in learned.rows and _has_moved(learned, now)


def _is_old(learned: Learned, now: Mapping[int, ShelfState]) -> bool:
    """Whether a model is to be made anew, though it may serve until then."""
    enough = min(_STALE, max(_YOUNG, _sizes(learned)[0] // 2))
    return learned.updates >= enough or _has_moved(learned, now)


def _is_outgrown(learned: Learned, sought: Sizes | None) -> bool:
    """Whether there is much more or less by now than dials were sought for."""
    if sought is None:
        return True
    pairs = zip(_sizes(learned), sought, strict=True)
    return any(abs(number - then) > max(_GROWN * then, _FEW) for number, then in pairs)


def _sizes(learned: Learned) -> Sizes:
    return len(learned.model.opinions), len(learned.items)


def _has_moved(learned: Learned, now: Mapping[int, ShelfState]) -> bool:
    return {home: state.epoch for home, state in learned.states.items()} != {
        home: state.epoch for home, state in now.items()
    }


def _own_epoch(learned: Learned) -> int | None:
    return _epoch(learned.states, learned.shelf.id)


def _epoch(states: Mapping[int, ShelfState], shelf_id: int) -> int | None:
    state = states.get(shelf_id)
    return None if state is None else state.epoch
