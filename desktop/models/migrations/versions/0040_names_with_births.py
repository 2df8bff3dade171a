"""Indexes people's folded names with their births, so that of a usual name few records are read."""

from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index(op.f("ix_people_folded"), "people")
    op.create_index(op.f("ix_people_folded_birth"), "people", ["folded", "birth"], unique=False)
