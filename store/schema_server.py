"""The tables of what a server has arranged: its setup, its posts, its panels, its proposals."""

from datetime import date, datetime

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from store.columns import Base, UtcDateTime

_OPEN = text("state IN ('waiting', 'queued')")
_DATED = text("state = 'queued' AND day IS NOT NULL")
_STALE = text("changes > shown")


class SetupRow(Base):
    """What a server's admins chose; a server without a row has no daily post."""

    __tablename__ = "setups"
    __table_args__ = (
        CheckConstraint("minute BETWEEN 0 AND 1439", name="minute"),
        CheckConstraint("style IN ('solo', 'together', 'race', 'relay')", name="style"),
        CheckConstraint("mix IN ('easy', 'week', 'hard')", name="mix"),
    )

    server_id: Mapped[int] = mapped_column(
        ForeignKey("servers.id", ondelete="CASCADE"), primary_key=True
    )
    channel_id: Mapped[int | None] = mapped_column(BigInteger)
    minute: Mapped[int]
    thread: Mapped[bool]
    role_id: Mapped[int | None] = mapped_column(BigInteger)
    style: Mapped[str] = mapped_column(Text)
    mix: Mapped[str] = mapped_column(Text)
    language: Mapped[str | None] = mapped_column(Text)
    trouble: Mapped[str | None] = mapped_column(Text)
    set_by: Mapped[int] = mapped_column(BigInteger)
    set_at: Mapped[datetime] = mapped_column(UtcDateTime)


class PostRow(Base):
    """The outbox: one daily post a server and local date, whatever becomes of it."""

    __tablename__ = "posts"
    __table_args__ = (
        UniqueConstraint("server_id", "day"),
        CheckConstraint("state IN ('pending', 'sending', 'sent', 'skipped')", name="state"),
        Index(None, "state", "due_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    server_id: Mapped[int] = mapped_column(ForeignKey("servers.id", ondelete="CASCADE"))
    day: Mapped[date]
    state: Mapped[str] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    attempts: Mapped[int]
    leased_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    channel_id: Mapped[int | None] = mapped_column(BigInteger)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    thread_id: Mapped[int | None] = mapped_column(BigInteger)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class PanelRow(Base):
    """The one message in a channel that shows everyone how a puzzle goes there."""

    __tablename__ = "panels"
    __table_args__ = (
        CheckConstraint("style IN ('together', 'race', 'relay')", name="style"),
        Index("ix_panels_stale", "puzzle_id", sqlite_where=_STALE, postgresql_where=_STALE),
    )

    puzzle_id: Mapped[int] = mapped_column(
        ForeignKey("puzzles.id", ondelete="CASCADE"), primary_key=True
    )
    channel_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    server_id: Mapped[int] = mapped_column(ForeignKey("servers.id", ondelete="CASCADE"), index=True)
    style: Mapped[str] = mapped_column(Text)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    changes: Mapped[int]
    shown: Mapped[int]


class RacerRow(Base):
    """A member in a channel's race on a puzzle; the constraint gives every place once."""

    __tablename__ = "racers"
    __table_args__ = (
        ForeignKeyConstraint(
            ["puzzle_id", "channel_id"],
            ["panels.puzzle_id", "panels.channel_id"],
            ondelete="CASCADE",
        ),
        UniqueConstraint("puzzle_id", "channel_id", "place"),
        CheckConstraint("place >= 1", name="place"),
    )

    puzzle_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    channel_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    member_id: Mapped[int] = mapped_column(
        BigInteger, primary_key=True, autoincrement=False, index=True
    )
    place: Mapped[int | None]


class ProposalRow(Base):
    """A secret that a server's admins proposed, sealed like every secret."""

    __tablename__ = "proposals"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'queued', 'used', 'withdrawn')", name="state"),
        Index(
            "uq_proposals_open",
            "server_id",
            "word",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index(
            "uq_proposals_day",
            "server_id",
            "day",
            unique=True,
            sqlite_where=_DATED,
            postgresql_where=_DATED,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    server_id: Mapped[int] = mapped_column(ForeignKey("servers.id", ondelete="CASCADE"))
    word: Mapped[str] = mapped_column(Text)
    member_id: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[str] = mapped_column(Text)
    day: Mapped[date | None]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    par: Mapped[int | None]
    difficulty: Mapped[int | None]


class InsiderRow(Base):
    """A member who has seen a proposed word: whoever proposed it, and whoever looked at it."""

    __tablename__ = "insiders"

    proposal_id: Mapped[int] = mapped_column(
        ForeignKey("proposals.id", ondelete="CASCADE"), primary_key=True
    )
    member_id: Mapped[int] = mapped_column(
        BigInteger, primary_key=True, autoincrement=False, index=True
    )


class DepartureRow(Base):
    """Who has gone: a whole server (member 0) or one member; what is theirs is purged later."""

    __tablename__ = "departures"

    server_id: Mapped[int] = mapped_column(
        ForeignKey("servers.id", ondelete="CASCADE"), primary_key=True
    )
    member_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
