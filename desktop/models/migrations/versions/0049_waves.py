"""Adds waves of campaigns, which elections are in them, and hours that were told by telephone."""

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "waves",
        sa.Column("id", KEY, nullable=False),
        sa.Column("campaign_id", KEY, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("finish_by", sa.Date(), nullable=True),
        sa.Column("lessons", sa.String(), nullable=True),
        sa.CheckConstraint("position >= 1", name=op.f("ck_waves_position")),
        sa.CheckConstraint("finish_by >= day", name=op.f("ck_waves_finish_by")),
        sa.CheckConstraint("kind IN ('pilot', 'main')", name=op.f("ck_waves_wavekind")),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_waves_campaign_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waves")),
        sa.UniqueConstraint("campaign_id", "position", name=op.f("uq_waves_campaign_id_position")),
        sqlite_strict=True,
    )
    op.create_table(
        "wave_elections",
        sa.Column("id", KEY, nullable=False),
        sa.Column("wave_id", KEY, nullable=False),
        sa.Column("election_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["wave_id"], ["waves.id"], name=op.f("fk_wave_elections_wave_id")),
        sa.ForeignKeyConstraint(
            ["election_id"], ["elections.id"], name=op.f("fk_wave_elections_election_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wave_elections")),
        sa.UniqueConstraint("election_id", name=op.f("uq_wave_elections_election_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_wave_elections_wave_id"), "wave_elections", ["wave_id"])
    op.create_table(
        "told_hours",
        sa.Column("id", KEY, nullable=False),
        sa.Column("election_id", KEY, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_told_hours_election_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_told_hours")),
        sa.UniqueConstraint("election_id", name=op.f("uq_told_hours_election_id")),
        sqlite_strict=True,
    )
