"""Adds who signs a decision: the chair or a deputy, by name."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # None on every decision recorded before: its paper leaves the name to the pen, as it was printed.
    op.add_column("decisions", sa.Column("by_deputy", sa.Boolean(), nullable=True))
    op.add_column("decisions", sa.Column("signer", sa.String(), nullable=True))
