"""Races: who runs in a channel's, and in which place they came in; panels to refresh."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_STALE = sa.text("changes > shown")


def upgrade() -> None:
    """Make the table and the index."""
    op.create_table(
        "racers",
        sa.Column("puzzle_id", sa.Integer(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), nullable=True),
        sa.CheckConstraint("place >= 1", name=op.f("ck_racers_place")),
        sa.ForeignKeyConstraint(
            ["puzzle_id", "channel_id"],
            ["panels.puzzle_id", "panels.channel_id"],
            name=op.f("fk_racers_puzzle_id_channel_id_panels"),
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint(
            "puzzle_id", "channel_id", "place", name=op.f("uq_racers_puzzle_id_channel_id_place")
        ),
        sa.PrimaryKeyConstraint("puzzle_id", "channel_id", "member_id", name=op.f("pk_racers")),
    )
    op.create_index(op.f("ix_racers_member_id"), "racers", ["member_id"])
    op.create_index(
        "ix_panels_stale",
        "panels",
        ["puzzle_id"],
        sqlite_where=_STALE,
        postgresql_where=_STALE,
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_index("ix_panels_stale", "panels")
    op.drop_table("racers")
