"""Adds what households wrote on their slips besides, as it is typed before a count is finalised."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("count_drafts", sa.Column("other_opinions", sa.String(), nullable=True))
