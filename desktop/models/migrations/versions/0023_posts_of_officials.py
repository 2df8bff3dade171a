"""Adds what those who run an election are beside it, as papers name them."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("officials", sa.Column("post", sa.String(), nullable=True))
