"""Adds why a term is shorter or longer, the days of slips, and the clusters in which a large hamlet meets."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("elections", sa.Column("term_reason", sa.String(32), nullable=True))
    op.add_column("elections", sa.Column("clusters_number", sa.String(64), nullable=True))
    op.add_column("elections", sa.Column("clusters_on", sa.Date(), nullable=True))
    op.add_column(
        "elections", sa.Column("scattered", sa.Boolean(), nullable=False, server_default=sa.text("0"))
    )
    for name in ("slips_planned_on", "slips_plan_sent_on", "slips_from"):
        op.add_column("rounds", sa.Column(name, sa.Date(), nullable=True))
    op.create_table(
        "clusters",
        sa.Column("id", KEY, nullable=False),
        sa.Column("election_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("households", sa.Integer(), nullable=True),
        sa.Column("chair", sa.String(), nullable=True),
        sa.Column("venue", sa.String(), nullable=True),
        sa.Column("opening", sa.Time(), nullable=True),
        sa.CheckConstraint("households >= 0", name=op.f("ck_clusters_counts")),
        sa.CheckConstraint("number >= 1", name=op.f("ck_clusters_number")),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_clusters_election_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clusters")),
        sa.UniqueConstraint("election_id", "number", name=op.f("uq_clusters_election_id_number")),
        sqlite_strict=True,
    )
