"""Lets the day of an election move and an election be cancelled, operators retire, and counts wrong PINs."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("elections", sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "elections",
        sa.Column("recorded_later", sa.Boolean(), nullable=False, server_default=sa.text("0")),
    )
    op.add_column("operators", sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "operators", sa.Column("wrong_pins", sa.Integer(), nullable=False, server_default=sa.text("0"))
    )
    op.add_column("operators", sa.Column("wrong_pin_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "election_changes",
        sa.Column("id", KEY, nullable=False),
        sa.Column("election_id", KEY, nullable=False),
        sa.Column("what", sa.String(32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("number", sa.String(64), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("day_before", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "what IN ('moved', 'cancelled', 'taken_up')", name=op.f("ck_election_changes_electionchangekind")
        ),
        sa.ForeignKeyConstraint(
            ["election_id"], ["elections.id"], name=op.f("fk_election_changes_election_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_election_changes")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_election_changes_election_id"), "election_changes", ["election_id"])
