"""Proposals: one a day, rated, and who has seen the word; what a puzzle was rated."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_DATED = sa.text("state = 'queued' AND day IS NOT NULL")
_RATED = ("par", "difficulty")


def upgrade() -> None:
    """Add the columns, make the table and the index."""
    for table in ("puzzles", "proposals"):
        for name in _RATED:
            op.add_column(table, sa.Column(name, sa.Integer(), nullable=True))
    op.create_table(
        "insiders",
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["proposal_id"],
            ["proposals.id"],
            name=op.f("fk_insiders_proposal_id_proposals"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("proposal_id", "member_id", name=op.f("pk_insiders")),
    )
    op.create_index(op.f("ix_insiders_member_id"), "insiders", ["member_id"])
    op.create_index(
        "uq_proposals_day",
        "proposals",
        ["server_id", "day"],
        unique=True,
        sqlite_where=_DATED,
        postgresql_where=_DATED,
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_index("uq_proposals_day", "proposals")
    op.drop_table("insiders")
    for table in ("puzzles", "proposals"):
        for name in _RATED:
            op.drop_column(table, name)
