"""Taste: shelves, items, opinions and how they changed, baskets, fits, twins."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_VERDICTS = "verdict IN ('like', 'low', 'seen', 'dismissed')"
_FIGURES = (
    "ndcg10", "ndcg100", "recall20", "popular_ndcg10", "popular_ndcg100", "popular_recall20",
    "gain", "error",
)  # fmt: skip


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _number(name: str, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), autoincrement=False, nullable=nullable)


def _big(name: str, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), autoincrement=False, nullable=nullable)


def _text(name: str, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _moment(name: str, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _cascading(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete="CASCADE")


def _of_item(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_shelf_id_item_id_items")
    target = ["items.shelf_id", "items.id"]
    return sa.ForeignKeyConstraint(["shelf_id", "item_id"], target, name=name, ondelete="CASCADE")


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, [*columns])


def _add_shelves() -> None:
    kinds = "kind IN ('films', 'books', 'recipes', 'games', 'own')"
    op.create_table(
        "shelves",
        _id(),
        _big("server_id"),
        _text("name"),
        _text("kind"),
        sa.Column("pooled", sa.Boolean(), nullable=False),
        _number("epoch"),
        _number("changes"),
        _check("shelves", "kind", kinds),
        _cascading("shelves", "server_id", "servers"),
        _key("shelves", "id"),
        _unique("shelves", "server_id", "name"),
    )
    _index("shelves", "name")


def _add_items() -> None:
    op.create_table(
        "items",
        _id(),
        _number("shelf_id"),
        *(_text(name) for name in ("external_id", "title", "search", "description", "tags")),
        _number("year", nullable=True),
        _text("url", nullable=True),
        _text("image", nullable=True),
        _text("status"),
        _big("suggested_by", nullable=True),
        _check("items", "status", "status IN ('live', 'suggested', 'removed')"),
        _cascading("items", "shelf_id", "shelves"),
        _key("items", "id"),
        _unique("items", "shelf_id", "external_id"),
        _unique("items", "shelf_id", "id"),
    )
    _index("items", "suggested_by")


def _add_opinions() -> None:
    op.create_table(
        "opinions",
        _number("shelf_id"),
        _big("member_id"),
        _number("item_id"),
        _text("verdict"),
        _number("halves", nullable=True),
        _moment("at"),
        _check("opinions", "verdict", _VERDICTS),
        _check("opinions", "halves", "halves BETWEEN 1 AND 10"),
        _of_item("opinions"),
        _key("opinions", "shelf_id", "member_id", "item_id"),
    )
    _index("opinions", "shelf_id", "item_id")
    _index("opinions", "member_id")


def _add_changes() -> None:
    op.create_table(
        "opinion_changes",
        _number("shelf_id"),
        _number("change"),
        _big("member_id"),
        _number("item_id"),
        _text("verdict", nullable=True),
        _number("halves", nullable=True),
        _moment("held_at", nullable=True),
        _moment("at"),
        sa.Column("undone", sa.Boolean(), nullable=False),
        _big("interaction_id", nullable=True),
        _check("opinion_changes", "verdict", _VERDICTS),
        _check("opinion_changes", "halves", "halves BETWEEN 1 AND 10"),
        _of_item("opinion_changes"),
        _key("opinion_changes", "shelf_id", "change"),
        _unique("opinion_changes", "interaction_id"),
    )
    _index("opinion_changes", "shelf_id", "member_id", "item_id")
    _index("opinion_changes", "member_id")


def _add_baskets() -> None:
    op.create_table(
        "baskets",
        _id(),
        _number("shelf_id"),
        _text("external_id"),
        _cascading("baskets", "shelf_id", "shelves"),
        _key("baskets", "id"),
        _unique("baskets", "shelf_id", "external_id"),
    )
    op.create_table(
        "basket_items",
        _number("basket_id"),
        _number("item_id"),
        _cascading("basket_items", "basket_id", "baskets"),
        _cascading("basket_items", "item_id", "items"),
        _key("basket_items", "basket_id", "item_id"),
    )
    _index("basket_items", "item_id")


def _add_fits() -> None:
    op.create_table(
        "fits",
        _id(),
        _number("shelf_id"),
        _moment("at"),
        *(_number(name) for name in ("raters", "items", "opinions")),
        sa.Column("seconds", sa.Double(), nullable=False),
        _number("members", nullable=True),
        *(sa.Column(name, sa.Double(), nullable=True) for name in _FIGURES),
        _cascading("fits", "shelf_id", "shelves"),
        _key("fits", "id"),
    )
    _index("fits", "shelf_id", "at")


def _add_twins() -> None:
    op.create_table(
        "twins",
        _big("server_id"),
        _big("member_id"),
        _moment("at"),
        _cascading("twins", "server_id", "servers"),
        _key("twins", "server_id", "member_id"),
    )
    _index("twins", "member_id")


def upgrade() -> None:
    """Make the tables and their indexes."""
    _add_shelves()
    _add_items()
    _add_opinions()
    _add_changes()
    _add_baskets()
    _add_fits()
    _add_twins()


def downgrade() -> None:
    """Drop them."""
    for table in (
        "twins", "fits", "basket_items", "baskets", "opinion_changes", "opinions", "items",
        "shelves",
    ):  # fmt: skip
        op.drop_table(table)
