"""Indexes the households that live somewhere by their hamlet, so that counting them reads no household."""

from alembic import op

revision = "0026"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        op.f("ix_households_ends_on_hamlet_id"), "households", ["ends_on", "hamlet_id"], unique=False
    )
