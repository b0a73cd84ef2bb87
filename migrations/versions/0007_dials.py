"""What each fit found, so that a restart need not find it again."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; fits of before have none of it."""
    op.add_column("fits", sa.Column("model", sa.Integer(), nullable=True))
    op.add_column("fits", sa.Column("encoder", sa.Text(), nullable=True))
    op.add_column("fits", sa.Column("dials", sa.Text(), nullable=True))


def downgrade() -> None:
    """Drop them."""
    for name in ("dials", "encoder", "model"):
        op.drop_column("fits", name)
