"""When each day ended; ranks told again on shared boards; who knew a word and was forgotten."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_DAY = timedelta(days=1)
_servers = sa.table("servers", sa.column("id"), sa.column("time_zone"))
_puzzles = sa.table(
    "puzzles", sa.column("id"), sa.column("server_id"), sa.column("kind"),
    sa.column("day", sa.Date()), sa.column("ends_at", sa.DateTime(timezone=True)),
)  # fmt: skip


def _fill_ends() -> None:
    """Let each day have ended where its server's clock is now: nobody noted where it was then."""
    connection = op.get_bind()
    rows = connection.execute(
        sa.select(_puzzles.c.id, _puzzles.c.day, _servers.c.time_zone)
        .join_from(_puzzles, _servers, _servers.c.id == _puzzles.c.server_id)
        .where(_puzzles.c.kind == "daily")
    ).all()
    ends = [
        {"of_puzzle": row.id, "new_end": datetime.combine(
            row.day + _DAY, time(), ZoneInfo(row.time_zone)
        ).astimezone(UTC)}
        for row in rows
    ]  # fmt: skip
    if ends:
        new_end = sa.bindparam("new_end", type_=sa.DateTime(timezone=True))
        change = sa.update(_puzzles).where(_puzzles.c.id == sa.bindparam("of_puzzle"))
        connection.execute(change.values(ends_at=new_end), ends)


def upgrade() -> None:
    """Add the column and fill it, and make the tables."""
    op.add_column("puzzles", sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True))
    _fill_ends()
    op.create_table(
        "reaches",
        sa.Column("board_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["board_id"],
            ["boards.id"],
            name=op.f("fk_reaches_board_id_boards"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("board_id", "member_id", name=op.f("pk_reaches")),
    )
    op.create_index(op.f("ix_reaches_member_id"), "reaches", ["member_id"])
    op.create_table(
        "knowers",
        sa.Column("puzzle_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["puzzle_id"],
            ["puzzles.id"],
            name=op.f("fk_knowers_puzzle_id_puzzles"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("puzzle_id", "digest", name=op.f("pk_knowers")),
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("knowers")
    op.drop_table("reaches")
    op.drop_column("puzzles", "ends_at")
