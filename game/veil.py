"""What of a shared board a member may read: no word nearer than they have come themselves."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.model import Entry


@dataclass(frozen=True, slots=True)
class Veiled:
    """A word on a shared board that is kept back: whose it is and how near, but not which."""

    position: int
    member_id: int
    rank: int
    hint: bool


@dataclass(frozen=True, slots=True)
class Veil:
    """How far one member has come on a board. `reach` is the lowest rank of a word they said.

    `member_id` is None for everyone at once. A `lifted` veil hides nothing.
    """

    member_id: int | None = None
    reach: int | None = None
    lifted: bool = False

    def shows(self, entry: Entry) -> bool:
        """Whether the word may be read: one's own, or one no nearer than one has come."""
        if self.lifted or entry.member_id == self.member_id:
            return True
        return self.reach is not None and entry.rank >= self.reach

    def part(self, entries: Iterable[Entry]) -> tuple[list[Entry], list[Veiled]]:
        """The entries that may be read, and what may be known of the others, in their order."""
        shown: list[Entry] = []
        veiled: list[Veiled] = []
        for entry in entries:
            if self.shows(entry):
                shown.append(entry)
            else:
                veiled.append(Veiled(entry.position, entry.member_id, entry.rank, entry.hint))
        return shown, veiled
