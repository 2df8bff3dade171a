"""Adds which household meets with which cluster, and by whose decision an election team was set up."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("elections", sa.Column("team_number", sa.String(64), nullable=True))
    op.add_column("elections", sa.Column("team_on", sa.Date(), nullable=True))
    op.create_table(
        "cluster_households",
        sa.Column("id", KEY, nullable=False),
        sa.Column("election_id", KEY, nullable=False),
        sa.Column("cluster_id", KEY, nullable=False),
        sa.Column("household_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["election_id"], ["elections.id"], name=op.f("fk_cluster_households_election_id")
        ),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["clusters.id"], name=op.f("fk_cluster_households_cluster_id")
        ),
        sa.ForeignKeyConstraint(
            ["household_id"], ["households.id"], name=op.f("fk_cluster_households_household_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cluster_households")),
        sa.UniqueConstraint(
            "election_id", "household_id", name=op.f("uq_cluster_households_election_id_household_id")
        ),
        sqlite_strict=True,
    )
    for column in ("cluster_id", "household_id"):
        op.create_index(op.f(f"ix_cluster_households_{column}"), "cluster_households", [column])
