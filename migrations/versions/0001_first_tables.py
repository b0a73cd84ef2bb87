"""The first tables of the game, the vectors and the notes."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_DAILY = sa.text("kind = 'daily'")
_PRACTICE = sa.text("kind = 'practice'")
_MODE = "mode IN ('solo', 'together')"


def _cascading(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete="CASCADE")


def _add_puzzles() -> None:
    op.create_table(
        "puzzles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("words_version", sa.Text(), nullable=False),
        sa.Column("cycle", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("kind IN ('daily', 'practice')", name=op.f("ck_puzzles_kind")),
        sa.CheckConstraint("(kind = 'daily') = (owner_id IS NULL)", name=op.f("ck_puzzles_owner")),
        sa.CheckConstraint("cycle >= 0", name=op.f("ck_puzzles_cycle")),
        _cascading("puzzles", "server_id", "servers"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_puzzles")),
    )
    for name, columns, where in (
        ("uq_puzzles_daily_day", ["server_id", "day"], _DAILY),
        ("uq_puzzles_daily_secret", ["server_id", "cycle", "secret"], _DAILY),
        ("uq_puzzles_practice_number", ["server_id", "owner_id", "number"], _PRACTICE),
    ):
        op.create_index(
            name, "puzzles", columns, unique=True, sqlite_where=where, postgresql_where=where
        )


def _add_boards() -> None:
    op.create_table(
        "boards",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("puzzle_id", sa.Integer(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.BigInteger(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("hints", sa.Integer(), nullable=False),
        sa.Column("best_rank", sa.Integer(), nullable=True),
        sa.Column("solved_in", sa.Integer(), nullable=True),
        sa.Column("solver_id", sa.BigInteger(), nullable=True),
        sa.Column("gave_up", sa.Boolean(), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(_MODE, name=op.f("ck_boards_mode")),
        _cascading("boards", "puzzle_id", "puzzles"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_boards")),
        sa.UniqueConstraint(
            "puzzle_id", "mode", "owner_id", name=op.f("uq_boards_puzzle_id_mode_owner_id")
        ),
    )


def _add_entries() -> None:
    op.create_table(
        "entries",
        sa.Column("board_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("similarity", sa.Double(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=True),
        sa.Column("hint", sa.Boolean(), nullable=False),
        sa.Column("interaction_id", sa.BigInteger(), nullable=True),
        _cascading("entries", "board_id", "boards"),
        sa.PrimaryKeyConstraint("board_id", "position", name=op.f("pk_entries")),
        sa.UniqueConstraint("board_id", "word", name=op.f("uq_entries_board_id_word")),
        sa.UniqueConstraint("interaction_id", name=op.f("uq_entries_interaction_id")),
    )
    op.create_index(op.f("ix_entries_member_id_board_id"), "entries", ["member_id", "board_id"])


def _add_focuses() -> None:
    op.create_table(
        "focuses",
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("puzzle_id", sa.Integer(), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.CheckConstraint(_MODE, name=op.f("ck_focuses_mode")),
        _cascading("focuses", "server_id", "servers"),
        sa.ForeignKeyConstraint(
            ["puzzle_id"],
            ["puzzles.id"],
            name=op.f("fk_focuses_puzzle_id_puzzles"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("server_id", "member_id", name=op.f("pk_focuses")),
    )


def upgrade() -> None:
    op.create_table(
        "servers",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_servers")),
    )
    _add_puzzles()
    _add_boards()
    _add_entries()
    _add_focuses()
    op.create_table(
        "votes",
        sa.Column("board_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        _cascading("votes", "board_id", "boards"),
        sa.PrimaryKeyConstraint("board_id", "member_id", name=op.f("pk_votes")),
    )
    op.create_table(
        "deliveries",
        sa.Column("interaction_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("board_id", sa.Integer(), nullable=False),
        _cascading("deliveries", "board_id", "boards"),
        sa.PrimaryKeyConstraint("interaction_id", name=op.f("pk_deliveries")),
    )
    op.create_index(op.f("ix_deliveries_board_id"), "deliveries", ["board_id"])
    op.create_table(
        "vectors",
        sa.Column("model_id", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("dimension", sa.Integer(), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("model_id", "content_hash", name=op.f("pk_vectors")),
    )
    op.create_table(
        "notes",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_notes")),
    )


def downgrade() -> None:
    for table in (
        "notes",
        "vectors",
        "deliveries",
        "votes",
        "focuses",
        "entries",
        "boards",
        "puzzles",
        "servers",
    ):
        op.drop_table(table)
