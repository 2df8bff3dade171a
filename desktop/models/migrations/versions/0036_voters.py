"""Adds the voters of a hamlet who belong to no household of the register."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "voters",
        sa.Column("id", KEY, nullable=False),
        sa.Column("hamlet_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("without_capacity", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.String(32), nullable=True),
        sa.CheckConstraint("end_reason IN ('died', 'moved', 'away')", name=op.f("ck_voters_endreason")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_voters_period")),
        sa.ForeignKeyConstraint(["hamlet_id"], ["units.id"], name=op.f("fk_voters_hamlet_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_voters_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voters")),
        sqlite_strict=True,
    )
    for column in ("hamlet_id", "person_id"):
        op.create_index(op.f(f"ix_voters_{column}"), "voters", [column])
