"""Adds by whose decision a unit came to be, changed its name, was merged, or ended."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "unit_decisions",
        sa.Column("id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("what", sa.String(32), nullable=False),
        sa.Column("number", sa.String(64), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("issuer", sa.String(), nullable=True),
        sa.CheckConstraint("what IN ('made', 'ended')", name=op.f("ck_unit_decisions_unitevent")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_unit_decisions_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit_decisions")),
        sa.UniqueConstraint("unit_id", "what", name=op.f("uq_unit_decisions_unit_id_what")),
        sqlite_strict=True,
    )
