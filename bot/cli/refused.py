"""What the command line itself refuses about members; `failures_recs` has the words."""

from dataclasses import dataclass

from recsys.nouns import Shelf


@dataclass(eq=False)
class UnknownMember(Exception):
    """Nothing is stored about a member of that server, who was not meant to be new."""

    member_id: int


@dataclass(eq=False)
class NothingToDraw(Exception):
    """A member likes nothing on a shelf, so there is no picture of their taste."""

    name: str
    shelf: Shelf
