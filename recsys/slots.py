"""Holds the models in use: each kept in step with the database, made aside and swapped once."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from threading import Lock

from recsys.fitting import Fitter
from recsys.learned import Learned
from recsys.model import Dials
from recsys.nouns import Fit, Shelf, ShelfState
from recsys.ports import OpinionStore, ShelfStore
from recsys.tuned import dials_of

Later = Callable[[Callable[[], object]], object]
"""Has something done in good time, off the path of whoever asks; or at once."""

ROOM = 512 * 2**20
"""So many bytes of models are kept, and the latest one in any case."""
_STALE, _YOUNG = 2000, 100
"""After so many single changes a model is made afresh: rounding adds up, and dials may be off.

A young one is once it has doubled, after the second number of changes at the soonest.
"""
_GROWN = 0.1
"""By such a share opinions or items must have changed in number for dials to be sought again."""


def at_once(work: Callable[[], object]) -> object:
    """Do it now."""
    return work()


@dataclass(slots=True, eq=False)
class _Slot:
    learned: Learned | None = None
    left: list[tuple[int, Collection[int] | None]] = field(default_factory=list)
    """Who was forgotten since the last swap, and on which servers: a model that is being made may
    have been read before that."""
    making: Lock = field(default_factory=Lock)
    """Held by whoever makes a model; whoever has none to go on with waits for it."""

    def latest(self, otherwise: Learned) -> Learned:
        """The model that serves by now."""
        return self.learned or otherwise


class Slots:
    """The models by shelf, those not used for longest given up for room.

    A model is never changed but by single opinions, under its lock. What else changes leads to a
    new one, made aside while the old one serves; a failure there leaves the old one serving. The
    dials are those of the latest fit that is stored, whichever process made it: a fit is computed,
    then stored in one transaction, then swapped in.
    """

    def __init__(
        self, shelves: ShelfStore, opinions: OpinionStore, fitter: Fitter,
        later: Later = at_once, room: int = ROOM,
    ) -> None:  # fmt: skip
        self._shelves, self._opinions, self._fitter = shelves, opinions, fitter
        self._later, self._room = later, room
        self._slots: OrderedDict[int, _Slot] = OrderedDict()
        self._lock = Lock()

    def get(self, shelf: Shelf) -> Learned:
        """The model of a shelf, in step with every opinion that was stored before the call."""
        slot = self._slot(shelf.id)
        learned = slot.learned or self._first(shelf, slot)
        if self._catch_up(learned, self._states(shelf)):
            return learned
        self._later(lambda: self._renew(shelf, slot))
        return slot.latest(learned)

    def ready(self, shelf: Shelf) -> Learned | None:
        """The model that serves a shelf, however old; None, and one is made later, without."""
        slot = self._slot(shelf.id)
        if slot.learned is None:
            self._later(lambda: self._renew(shelf, slot))
        return slot.learned

    def refit(self, shelf: Shelf) -> Fit:
        """Make a model now, tune and measure it; its figures are kept."""
        slot = self._slot(shelf.id)
        with slot.making:
            learned = self._make(shelf, slot)
            return self._improve(learned, slot)

    def unlearn(self, member_id: int, servers: Collection[int] | None = None) -> None:
        """Take a member out of every model in use (of those servers); exact, and at once."""
        with self._lock:
            for slot in self._slots.values():
                slot.left.append((member_id, servers))
            serving = [slot.learned for slot in self._slots.values() if slot.learned]
        for learned in serving:
            self._unlearn(learned, member_id, servers)

    def _unlearn(self, learned: Learned, member_id: int, servers: Collection[int] | None) -> None:
        homes = self._homes(learned.states, servers)
        with learned.lock:
            learned.unlearn(member_id, homes)

    def _homes(self, shelf_ids: Iterable[int], servers: Collection[int] | None) -> list[int]:
        if servers is None:
            return list(shelf_ids)
        found = (self._shelves.shelf_of(shelf_id) for shelf_id in list(shelf_ids))
        return [shelf.id for shelf in found if shelf is not None and shelf.server_id in servers]

    def _first(self, shelf: Shelf, slot: _Slot) -> Learned:
        with slot.making:
            if slot.learned is not None:  # by whoever was faster
                return slot.learned
            learned = self._make(shelf, slot)
        self._later(lambda: self._improve_if_due(shelf, slot))
        return slot.latest(learned)

    def _slot(self, shelf_id: int) -> _Slot:
        with self._lock:
            slot = self._slots.setdefault(shelf_id, _Slot())
            self._slots.move_to_end(shelf_id)
            return slot

    def _states(self, shelf: Shelf) -> Mapping[int, ShelfState]:
        pool = self._shelves.pool(shelf.id)
        return self._opinions.state([shelf.id, *(other.id for other in pool)])

    def _catch_up(self, learned: Learned, now: Mapping[int, ShelfState]) -> bool:
        """Follow single changes; False where a new model is needed."""
        with learned.lock:
            for shelf_id, state in now.items():
                known = learned.states.get(shelf_id)
                if known is not None and state.changes > known.changes:
                    learned.learn(shelf_id, self._opinions.changes(shelf_id, known.changes))
            enough = min(_STALE, max(_YOUNG, len(learned.model.opinions) // 2))
            fresh = learned.updates < enough
            return fresh and _epochs(learned.states) == _epochs(now)

    def _renew(self, shelf: Shelf, slot: _Slot) -> None:
        if not slot.making.acquire(blocking=False):
            return  # somebody makes one already
        try:
            learned = slot.learned
            if learned is not None and self._catch_up(learned, self._states(shelf)):
                return  # somebody made one meanwhile
            self._make(shelf, slot)
        finally:
            slot.making.release()
        self._later(lambda: self._improve_if_due(shelf, slot))

    def _make(self, shelf: Shelf, slot: _Slot) -> Learned:
        """Swap a new model in, under the dials of the latest fit."""
        dials, _ = self._latest(shelf)
        return self._swap(slot, self._fitter.fit(shelf, dials))

    def _swap(self, slot: _Slot, learned: Learned) -> Learned:
        """Let a model serve, without those who were forgotten after it was read."""
        with learned.lock:  # nobody uses it before they are out of it
            with self._lock:
                slot.learned, left, slot.left = learned, slot.left, []
            if left and not self._is_of_now(learned):
                for member_id, servers in left:
                    self._unlearn(learned, member_id, servers)
        self._tidy()
        return learned

    def _is_of_now(self, learned: Learned) -> bool:
        now = self._opinions.state([*learned.states])
        return _epochs(now) == _epochs(learned.states)

    def _latest(self, shelf: Shelf) -> tuple[Dials, Fit | None]:
        """The dials of the latest fit that we understand, and that fit; or the defaults."""
        encoder = self._fitter.encoder_id
        for fit in self._opinions.fits(shelf.id):
            if (dials := dials_of(fit.tuning, encoder)) is not None:
                return dials, fit
        return Dials(), None

    def _improve_if_due(self, shelf: Shelf, slot: _Slot) -> None:
        """Seek dials where none were found yet, or for another number of opinions or items."""
        with slot.making:
            learned = slot.learned
            _, fit = self._latest(shelf)
            if learned is not None and (fit is None or _outgrown(learned, fit)):
                self._improve(learned, slot)

    def _improve(self, before: Learned, slot: _Slot) -> Fit:
        """Find better dials aside, keep them with what they are worth, then swap them in."""
        learned, fit = self._fitter.train(before)
        self._opinions.keep_fit(fit)
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


def _outgrown(learned: Learned, fit: Fit) -> bool:
    now = len(learned.model.opinions), len(learned.items)
    pairs = zip(now, (fit.opinions, fit.items), strict=True)
    return any(abs(number - then) > _GROWN * then for number, then in pairs)


def _epochs(states: Mapping[int, ShelfState]) -> Mapping[int, int]:
    return {shelf_id: state.epoch for shelf_id, state in states.items()}
