"""What a server arranges: setups, posts, panels, proposals, departures."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_OPEN = sa.text("state IN ('waiting', 'queued')")


def _cascading(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete="CASCADE")


def _moment(name: str, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _big(name: str, nullable: bool = True) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), autoincrement=False, nullable=nullable)


def _one_of(table: str, column: str, values: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} IN ({values})", name=op.f(f"ck_{table}_{column}"))


def _add_setups() -> None:
    op.create_table(
        "setups",
        _big("server_id", nullable=False),
        _big("channel_id"),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("thread", sa.Boolean(), nullable=False),
        _big("role_id"),
        sa.Column("style", sa.Text(), nullable=False),
        sa.Column("mix", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("trouble", sa.Text(), nullable=True),
        _big("set_by", nullable=False),
        _moment("set_at", nullable=False),
        sa.CheckConstraint("minute BETWEEN 0 AND 1439", name=op.f("ck_setups_minute")),
        _one_of("setups", "style", "'solo', 'together', 'race', 'relay'"),
        _one_of("setups", "mix", "'easy', 'week', 'hard'"),
        _cascading("setups", "server_id", "servers"),
        sa.PrimaryKeyConstraint("server_id", name=op.f("pk_setups")),
    )


def _add_posts() -> None:
    op.create_table(
        "posts",
        sa.Column("id", sa.Integer(), nullable=False),
        _big("server_id", nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        _moment("due_at", nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        _moment("leased_until"),
        _big("channel_id"),
        _big("message_id"),
        _big("thread_id"),
        _moment("sent_at"),
        _one_of("posts", "state", "'pending', 'sending', 'sent', 'skipped'"),
        _cascading("posts", "server_id", "servers"),
        sa.UniqueConstraint("server_id", "day", name=op.f("uq_posts_server_id_day")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_posts")),
    )
    op.create_index(op.f("ix_posts_state_due_at"), "posts", ["state", "due_at"])


def _add_panels() -> None:
    op.create_table(
        "panels",
        sa.Column("puzzle_id", sa.Integer(), nullable=False),
        _big("channel_id", nullable=False),
        _big("server_id", nullable=False),
        sa.Column("style", sa.Text(), nullable=False),
        _big("message_id"),
        sa.Column("changes", sa.Integer(), nullable=False),
        sa.Column("shown", sa.Integer(), nullable=False),
        _one_of("panels", "style", "'together', 'race', 'relay'"),
        _cascading("panels", "puzzle_id", "puzzles"),
        _cascading("panels", "server_id", "servers"),
        sa.PrimaryKeyConstraint("puzzle_id", "channel_id", name=op.f("pk_panels")),
    )
    op.create_index(op.f("ix_panels_server_id"), "panels", ["server_id"])


def _add_proposals() -> None:
    op.create_table(
        "proposals",
        sa.Column("id", sa.Integer(), nullable=False),
        _big("server_id", nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        _big("member_id", nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        _moment("at", nullable=False),
        _one_of("proposals", "state", "'waiting', 'queued', 'used', 'withdrawn'"),
        _cascading("proposals", "server_id", "servers"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
    )
    op.create_index(
        "uq_proposals_open",
        "proposals",
        ["server_id", "word"],
        unique=True,
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )


def _add_departures() -> None:
    op.create_table(
        "departures",
        _big("server_id", nullable=False),
        _big("member_id", nullable=False),
        _moment("at", nullable=False),
        _cascading("departures", "server_id", "servers"),
        sa.PrimaryKeyConstraint("server_id", "member_id", name=op.f("pk_departures")),
    )


def upgrade() -> None:
    """Make the tables."""
    _add_setups()
    _add_posts()
    _add_panels()
    _add_proposals()
    _add_departures()


def downgrade() -> None:
    """Drop them, the ones that point to others first."""
    for table in ("departures", "proposals", "panels", "posts", "setups"):
        op.drop_table(table)
