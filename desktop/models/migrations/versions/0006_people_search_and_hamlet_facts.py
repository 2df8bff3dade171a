"""Adds the search over people's folded names, and what the commune's list says of its hamlets."""

import sqlalchemy as sa
from alembic import op

from desktop.models.people_search import create_people_search

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "hamlet_facts",
        sa.Column("id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("households", sa.Integer(), nullable=True),
        sa.Column("especially_difficult", sa.Boolean(), nullable=True),
        sa.Column("head", sa.String(), nullable=True),
        sa.Column("head_is_member", sa.Boolean(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hamlet_facts")),
        sa.CheckConstraint("households >= 0", name=op.f("ck_hamlet_facts_counts")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_hamlet_facts_unit_id")),
        sa.UniqueConstraint("unit_id", name=op.f("uq_hamlet_facts_unit_id")),
        sqlite_strict=True,
    )
    create_people_search(op.get_bind())
