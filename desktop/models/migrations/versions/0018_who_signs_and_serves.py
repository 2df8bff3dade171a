"""Adds who signs a decision, and who serves as a hamlet's head until one is elected."""

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
    for column in (
        sa.Column("provisional_head", sa.String(), nullable=True),
        sa.Column("provisional_why", sa.String(32), nullable=True),
        sa.Column("provisional_number", sa.String(64), nullable=True),
        sa.Column("provisional_from", sa.Date(), nullable=True),
        sa.Column("provisional_until", sa.Date(), nullable=True),
    ):
        op.add_column("hamlet_facts", column)
