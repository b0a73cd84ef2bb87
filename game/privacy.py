"""What members may do with what is stored about them: take it along, and have it forgotten."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from game.errors import GameError
from game.puzzles import Clock

FORMAT, VERSION = "warmer-export", 1
"""The name and version of the exported document; see docs/export.md."""
QUESTION_LIVES = timedelta(minutes=15)
"""For so long after it was asked the question whether to forget may be answered."""

Value = str | int | float | bool | None
Row = Mapping[str, Value]
Servers = Sequence[int] | None
"""The ids of the servers that are meant; None for everywhere."""


@dataclass(eq=False)
class QuestionTooOld(GameError):
    """Whether to forget was asked too long ago to be answered now."""


@dataclass(eq=False)
class NotYourQuestion(GameError):
    """Whether to forget was asked by somebody else, who alone may answer it."""


@dataclass(frozen=True, slots=True)
class Export:
    """All that is stored about a member on those servers, by the name of each drawer."""

    member_id: int
    servers: Servers
    made_at: datetime
    drawers: Mapping[str, Sequence[Row]]

    @property
    def rows(self) -> int:
        """How many things are in it."""
        return sum(map(len, self.drawers.values()))

    def text(self) -> str:
        """The document. Ids are texts, for JSON's numbers do not hold them."""
        where = None if self.servers is None else [str(server) for server in self.servers]
        document = {
            "format": FORMAT,
            "version": VERSION,
            "made_at": self.made_at.isoformat(),
            "member_id": str(self.member_id),
            "servers": where,
            "data": {name: list(rows) for name, rows in self.drawers.items()},
        }
        return json.dumps(document, ensure_ascii=False, indent=1)


class MemberStore(Protocol):
    """Finds and forgets what is stored about a member."""

    def export(self, member_id: int, servers: Servers) -> Mapping[str, Sequence[Row]]:
        """All that is stored about a member on those servers, as it is at one moment."""

    def forget(
        self, member_id: int, servers: Servers, now: datetime, interaction_id: int | None = None
    ) -> Mapping[str, int] | None:
        """Forget a member on those servers at once, and tell how many rows of what that were.

        None where that very interaction was carried out before: nothing is done then.
        """


@dataclass(frozen=True, slots=True)
class Privacy:
    """The use cases."""

    store: MemberStore
    clock: Clock

    def export(self, member_id: int, servers: Servers) -> Export:
        """All that is stored about a member."""
        found = self.store.export(member_id, servers)
        return Export(member_id, servers, self.clock(), found)

    def check(self, member_id: int, asked: int, asked_at: datetime) -> None:
        """Raise NotYourQuestion or QuestionTooOld unless the member may answer the question.

        `asked` is whom it was asked.
        """
        if asked != member_id:
            raise NotYourQuestion
        if not timedelta(0) <= self.clock() - asked_at <= QUESTION_LIVES:
            raise QuestionTooOld

    def forget(
        self,
        member_id: int,
        servers: Servers,
        asked: int,
        asked_at: datetime,
        interaction_id: int,
    ) -> Mapping[str, int] | None:
        """Forget a member who answered the question; None where that answer came before.

        Raises NotYourQuestion or QuestionTooOld.
        """
        self.check(member_id, asked, asked_at)
        return self.store.forget(member_id, servers, self.clock(), interaction_id)
