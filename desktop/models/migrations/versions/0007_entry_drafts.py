"""Adds what is typed of a count before it is entered or finalised."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "entry_drafts",
        sa.Column("id", KEY, nullable=False),
        sa.Column("round_id", KEY, nullable=False),
        sa.Column("operator_id", KEY, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("typed", sa.JSON(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_drafts")),
        sa.UniqueConstraint(
            "round_id", "operator_id", "revision", name=op.f("uq_entry_drafts_round_id_operator_id_revision")
        ),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_entry_drafts_revision")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_entry_drafts_round_id")),
        sa.ForeignKeyConstraint(["operator_id"], ["operators.id"], name=op.f("fk_entry_drafts_operator_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "count_drafts",
        sa.Column("id", KEY, nullable=False),
        sa.Column("round_id", KEY, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("invalid_reasons", sa.JSON(), nullable=False),
        sa.Column("reopened_because", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_count_drafts")),
        sa.UniqueConstraint("round_id", "revision", name=op.f("uq_count_drafts_round_id_revision")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_count_drafts_revision")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_count_drafts_round_id")),
        sqlite_strict=True,
    )
