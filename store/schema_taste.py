"""The tables of taste: shelves, items, opinions and how they changed, baskets, fits, opt-ins."""

from datetime import datetime

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from store.columns import Base, UtcDateTime


def _of_shelf() -> ForeignKeyConstraint:
    """Both columns, so that no opinion can be on another shelf than its item."""
    return ForeignKeyConstraint(
        ["shelf_id", "item_id"], ["items.shelf_id", "items.id"], ondelete="CASCADE"
    )


class ShelfRow(Base):
    """A server's shelf; whoever changes what is on it counts that here, and so holds its lock."""

    __tablename__ = "shelves"
    __table_args__ = (
        UniqueConstraint("server_id", "name"),
        CheckConstraint("kind IN ('films', 'books', 'recipes', 'games', 'own')", name="kind"),
        Index(None, "name"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    server_id: Mapped[int] = mapped_column(ForeignKey("servers.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    pooled: Mapped[bool]
    epoch: Mapped[int]
    changes: Mapped[int]


class ItemRow(Base):
    """An item; `search` is its title without case and accents, `tags` are lines.

    `added_at` is when it came to stand on its shelf; where that is not known, before all else.
    """

    __tablename__ = "items"
    __table_args__ = (
        UniqueConstraint("shelf_id", "external_id"),
        UniqueConstraint("shelf_id", "id"),
        CheckConstraint("status IN ('live', 'suggested', 'removed')", name="status"),
        Index(None, "suggested_by"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    shelf_id: Mapped[int] = mapped_column(ForeignKey("shelves.id", ondelete="CASCADE"))
    external_id: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    search: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(Text)
    tags: Mapped[str] = mapped_column(Text)
    year: Mapped[int | None]
    url: Mapped[str | None] = mapped_column(Text)
    image: Mapped[str | None] = mapped_column(Text)
    status: Mapped[str] = mapped_column(Text)
    suggested_by: Mapped[int | None] = mapped_column(BigInteger)
    added_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class OpinionRow(Base):
    """What a member makes of an item now; `halves` are stars in halves."""

    __tablename__ = "opinions"
    __table_args__ = (
        _of_shelf(),
        CheckConstraint("verdict IN ('like', 'low', 'seen', 'dismissed')", name="verdict"),
        CheckConstraint("halves BETWEEN 1 AND 10", name="halves"),
        Index(None, "shelf_id", "item_id"),
        Index(None, "member_id"),
    )

    shelf_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    member_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    item_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    verdict: Mapped[str] = mapped_column(Text)
    halves: Mapped[int | None]
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class OpinionChangeRow(Base):
    """A change of one opinion, and what it replaced; the constraint settles repeated deliveries.

    `change` is the shelf's count. `undone`: it was taken back, or takes another back itself.
    """

    __tablename__ = "opinion_changes"
    __table_args__ = (
        _of_shelf(),
        UniqueConstraint("interaction_id"),
        CheckConstraint("verdict IN ('like', 'low', 'seen', 'dismissed')", name="verdict"),
        CheckConstraint("halves BETWEEN 1 AND 10", name="halves"),
        Index(None, "shelf_id", "member_id", "item_id"),
        Index(None, "member_id"),
    )

    shelf_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    change: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    member_id: Mapped[int] = mapped_column(BigInteger)
    item_id: Mapped[int]
    verdict: Mapped[str | None] = mapped_column(Text)
    halves: Mapped[int | None]
    held_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    undone: Mapped[bool]
    interaction_id: Mapped[int | None] = mapped_column(BigInteger)


class BasketRow(Base):
    """Items used together."""

    __tablename__ = "baskets"
    __table_args__ = (UniqueConstraint("shelf_id", "external_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    shelf_id: Mapped[int] = mapped_column(ForeignKey("shelves.id", ondelete="CASCADE"))
    external_id: Mapped[str] = mapped_column(Text)


class BasketItemRow(Base):
    """An item in a basket."""

    __tablename__ = "basket_items"

    basket_id: Mapped[int] = mapped_column(
        ForeignKey("baskets.id", ondelete="CASCADE"), primary_key=True
    )
    item_id: Mapped[int] = mapped_column(
        ForeignKey("items.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class FitRow(Base):
    """The figures of a fit, and what it found; those of its quality are all there or none.

    `dials` is a JSON object, `model` the version that understands it, `encoder` whose texts it
    was found on. None of it is about a member.
    """

    __tablename__ = "fits"
    __table_args__ = (Index(None, "shelf_id", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    shelf_id: Mapped[int] = mapped_column(ForeignKey("shelves.id", ondelete="CASCADE"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    raters: Mapped[int]
    items: Mapped[int]
    opinions: Mapped[int]
    seconds: Mapped[float] = mapped_column(Double)
    members: Mapped[int | None]
    ndcg10: Mapped[float | None] = mapped_column(Double)
    ndcg100: Mapped[float | None] = mapped_column(Double)
    recall20: Mapped[float | None] = mapped_column(Double)
    popular_ndcg10: Mapped[float | None] = mapped_column(Double)
    popular_ndcg100: Mapped[float | None] = mapped_column(Double)
    popular_recall20: Mapped[float | None] = mapped_column(Double)
    gain: Mapped[float | None] = mapped_column(Double)
    error: Mapped[float | None] = mapped_column(Double)
    model: Mapped[int | None]
    encoder: Mapped[str | None] = mapped_column(Text)
    dials: Mapped[str | None] = mapped_column(Text)


class TwinRow(Base):
    """A member who opted in to be found by those of alike taste."""

    __tablename__ = "twins"

    server_id: Mapped[int] = mapped_column(
        ForeignKey("servers.id", ondelete="CASCADE"), primary_key=True
    )
    member_id: Mapped[int] = mapped_column(
        BigInteger, primary_key=True, autoincrement=False, index=True
    )
    at: Mapped[datetime] = mapped_column(UtcDateTime)
