"""Adds how lists are read that come again, and the filters that are kept under a name."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "list_sources",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("headings", sa.String(64), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("hamlets", sa.JSON(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("length(headings) = 64", name=op.f("ck_list_sources_headings_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_sources")),
        sa.UniqueConstraint("kind", "headings", name=op.f("uq_list_sources_kind_headings")),
        sqlite_strict=True,
    )
    op.create_table(
        "kept_filters",
        sa.Column("id", KEY, nullable=False),
        sa.Column("place", sa.String(32), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("chosen", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_filters")),
        sa.UniqueConstraint("place", "name", name=op.f("uq_kept_filters_place_name")),
        sqlite_strict=True,
    )
