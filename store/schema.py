"""The tables. Rows stay inside the store: what leaves it are the nouns of `game.model`."""

from datetime import date, datetime

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Double,
    ForeignKey,
    Index,
    LargeBinary,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

import store.schema_server
import store.schema_taste  # noqa: F401 - their tables join the metadata
from store.columns import Base, UtcDateTime

_DAILY = text("kind = 'daily'")
_PRACTICE = text("kind = 'practice'")


class ServerRow(Base):
    """A community that plays."""

    __tablename__ = "servers"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    time_zone: Mapped[str] = mapped_column(Text)
    seed: Mapped[int] = mapped_column(BigInteger)
    first_day: Mapped[date]


class PuzzleRow(Base):
    """A secret to find, sealed with the server's seed."""

    __tablename__ = "puzzles"
    __table_args__ = (
        CheckConstraint("kind IN ('daily', 'practice')", name="kind"),
        CheckConstraint("(kind = 'daily') = (owner_id IS NULL)", name="owner"),
        CheckConstraint("cycle >= 0", name="cycle"),
        Index(
            "uq_puzzles_daily_day",
            "server_id",
            "day",
            unique=True,
            sqlite_where=_DAILY,
            postgresql_where=_DAILY,
        ),
        Index(
            "uq_puzzles_daily_secret",
            "server_id",
            "cycle",
            "secret",
            unique=True,
            sqlite_where=_DAILY,
            postgresql_where=_DAILY,
        ),
        Index(
            "uq_puzzles_practice_number",
            "server_id",
            "owner_id",
            "number",
            unique=True,
            sqlite_where=_PRACTICE,
            postgresql_where=_PRACTICE,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    server_id: Mapped[int] = mapped_column(ForeignKey("servers.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(Text)
    number: Mapped[int]
    day: Mapped[date]
    secret: Mapped[str] = mapped_column(Text)
    words_version: Mapped[str] = mapped_column(Text)
    cycle: Mapped[int]
    owner_id: Mapped[int | None] = mapped_column(BigInteger)
    par: Mapped[int | None]
    difficulty: Mapped[int | None]
    ends_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class BoardRow(Base):
    """The state of one board; whoever changes it holds its lock."""

    __tablename__ = "boards"
    __table_args__ = (
        UniqueConstraint("puzzle_id", "mode", "owner_id"),
        CheckConstraint("mode IN ('solo', 'together')", name="mode"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    puzzle_id: Mapped[int] = mapped_column(ForeignKey("puzzles.id", ondelete="CASCADE"))
    mode: Mapped[str] = mapped_column(Text)
    owner_id: Mapped[int] = mapped_column(BigInteger)
    entries: Mapped[int]
    attempts: Mapped[int]
    hints: Mapped[int]
    best_rank: Mapped[int | None]
    solved_in: Mapped[int | None]
    solver_id: Mapped[int | None] = mapped_column(BigInteger)
    gave_up: Mapped[bool]
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class EntryRow(Base):
    """A word on a board. The constraints settle a word, or an interaction, that comes twice."""

    __tablename__ = "entries"
    __table_args__ = (
        UniqueConstraint("board_id", "word"),
        UniqueConstraint("interaction_id"),
        Index(None, "member_id", "board_id"),
    )

    board_id: Mapped[int] = mapped_column(
        ForeignKey("boards.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    member_id: Mapped[int] = mapped_column(BigInteger)
    word: Mapped[str] = mapped_column(Text)
    similarity: Mapped[float] = mapped_column(Double)
    rank: Mapped[int]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    attempt: Mapped[int | None]
    hint: Mapped[bool]
    interaction_id: Mapped[int | None] = mapped_column(BigInteger)


class FocusRow(Base):
    """Where a member's next guess goes."""

    __tablename__ = "focuses"
    __table_args__ = (CheckConstraint("mode IN ('solo', 'together')", name="mode"),)

    server_id: Mapped[int] = mapped_column(
        ForeignKey("servers.id", ondelete="CASCADE"), primary_key=True
    )
    member_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    mode: Mapped[str] = mapped_column(Text)
    puzzle_id: Mapped[int | None] = mapped_column(ForeignKey("puzzles.id", ondelete="SET NULL"))
    day: Mapped[date | None]


class VoteRow(Base):
    """One member's wish to give up a shared board."""

    __tablename__ = "votes"

    board_id: Mapped[int] = mapped_column(
        ForeignKey("boards.id", ondelete="CASCADE"), primary_key=True
    )
    member_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)


class ReachRow(Base):
    """The lowest rank a member has said on a shared board although the word stood there already."""

    __tablename__ = "reaches"

    board_id: Mapped[int] = mapped_column(
        ForeignKey("boards.id", ondelete="CASCADE"), primary_key=True
    )
    member_id: Mapped[int] = mapped_column(
        BigInteger, primary_key=True, autoincrement=False, index=True
    )
    rank: Mapped[int]


class KnowerRow(Base):
    """A forgotten member who had begun a puzzle that still runs, as a keyed hash of their id."""

    __tablename__ = "knowers"

    puzzle_id: Mapped[int] = mapped_column(
        ForeignKey("puzzles.id", ondelete="CASCADE"), primary_key=True
    )
    digest: Mapped[str] = mapped_column(Text, primary_key=True)


class DeliveryRow(Base):
    """An interaction that was carried out on a board without leaving an entry there."""

    __tablename__ = "deliveries"

    interaction_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    board_id: Mapped[int] = mapped_column(ForeignKey("boards.id", ondelete="CASCADE"), index=True)


class VectorRow(Base):
    """A text's vector under one model: float32, little-endian, `dimension` numbers."""

    __tablename__ = "vectors"

    model_id: Mapped[str] = mapped_column(Text, primary_key=True)
    content_hash: Mapped[str] = mapped_column(Text, primary_key=True)
    dimension: Mapped[int]
    vector: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class NoteRow(Base):
    """A short text that the bot keeps over restarts, such as a hash of its commands."""

    __tablename__ = "notes"

    key: Mapped[str] = mapped_column(Text, primary_key=True)
    text: Mapped[str] = mapped_column(Text)


METADATA = Base.metadata
"""Every table; import it from here, where all of them are declared."""
