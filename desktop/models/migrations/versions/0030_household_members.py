"""Adds the members of households: who belongs to one from a day to a day, and why somebody left it."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "household_members",
        sa.Column("id", KEY, nullable=False),
        sa.Column("household_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("relation", sa.String(), nullable=True),
        sa.Column("without_capacity", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.String(32), nullable=True),
        sa.CheckConstraint(
            "end_reason IN ('died', 'moved', 'away')", name=op.f("ck_household_members_endreason")
        ),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_household_members_period")),
        sa.ForeignKeyConstraint(
            ["household_id"], ["households.id"], name=op.f("fk_household_members_household_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_household_members_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household_members")),
        sa.UniqueConstraint(
            "household_id", "person_id", name=op.f("uq_household_members_household_id_person_id")
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_household_members_person_id"), "household_members", ["person_id"])
