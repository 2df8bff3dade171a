"""Adds why a hamlet came to be with fewer households than the law asks for."""

import sqlalchemy as sa
from alembic import op

revision = "0053"
down_revision = "0052"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("unit_decisions", sa.Column("exception", sa.String(), nullable=True))
