"""Portraits that are compared with something else than the other members."""

from dataclasses import dataclass

from recsys.picks import Portrait


@dataclass(frozen=True, slots=True)
class AgainstShelf(Portrait):
    """A portrait drawn where too few others like anything: what they like would be given away.

    `TagTaste.all` is then the tag's share of what stands on the shelf.
    """
