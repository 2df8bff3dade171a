"""Adds what the minutes of a meeting say beside its count: when it closed, and how many approved what."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "proceedings",
        sa.Column("id", KEY, nullable=False),
        sa.Column("round_id", KEY, nullable=False),
        sa.Column("closing", sa.Time(), nullable=True),
        sa.Column("secretary_post", sa.String(), nullable=True),
        sa.Column("put_up", sa.String(), nullable=True),
        sa.Column("opinions", sa.String(), nullable=True),
        sa.Column("secretary_approval", sa.Integer(), nullable=True),
        sa.Column("list_approval", sa.Integer(), nullable=True),
        sa.Column("form_approval", sa.Integer(), nullable=True),
        sa.Column("committee_approval", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "secretary_approval >= 0 AND list_approval >= 0 AND form_approval >= 0"
            " AND committee_approval >= 0",
            name=op.f("ck_proceedings_counts"),
        ),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_proceedings_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proceedings")),
        sa.UniqueConstraint("round_id", name=op.f("uq_proceedings_round_id")),
        sqlite_strict=True,
    )
