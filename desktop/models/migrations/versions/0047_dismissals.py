"""Adds dismissals of hamlets' heads with their steps and meetings, and proposals to replace heads."""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "dismissals",
        sa.Column("id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("statute", sa.String(32), nullable=False),
        sa.Column("asked_by", sa.String(32), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("proposer", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("households", sa.Integer(), nullable=True),
        sa.Column("signed", sa.Integer(), nullable=True),
        sa.CheckConstraint("households >= 0 AND signed >= 0", name=op.f("ck_dismissals_counts")),
        sa.CheckConstraint("signed <= households", name=op.f("ck_dismissals_signed")),
        sa.CheckConstraint(
            "asked_by IN ('hamlet_head', 'front_board_head', 'petition')",
            name=op.f("ck_dismissals_askedby"),
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_dismissals_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dismissals")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_dismissals_unit_id"), "dismissals", ["unit_id"])
    op.create_table(
        "dismissal_records",
        sa.Column("id", KEY, nullable=False),
        sa.Column("dismissal_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(32), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("paper_number", sa.String(64), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("meets_on", sa.Date(), nullable=True),
        sa.Column("opening", sa.Time(), nullable=True),
        sa.Column("venue", sa.String(), nullable=True),
        sa.Column("by_deputy", sa.Boolean(), nullable=True),
        sa.Column("signer", sa.String(), nullable=True),
        sa.CheckConstraint(
            "step IN ('refuse', 'accept', 'hold', 'send', 'recognise', 'answer', 'decide', 'keep')",
            name=op.f("ck_dismissal_records_dismissalstep"),
        ),
        sa.ForeignKeyConstraint(
            ["dismissal_id"], ["dismissals.id"], name=op.f("fk_dismissal_records_dismissal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dismissal_records")),
        sa.UniqueConstraint("dismissal_id", "number", name=op.f("uq_dismissal_records_dismissal_id_number")),
        sqlite_strict=True,
    )
    op.create_table(
        "dismissal_meetings",
        sa.Column("id", KEY, nullable=False),
        sa.Column("record_id", KEY, nullable=False),
        sa.Column("form", sa.String(32), nullable=False),
        sa.Column("electorate", sa.String(32), nullable=False),
        sa.Column("entitled", sa.Integer(), nullable=False),
        sa.Column("present", sa.Integer(), nullable=True),
        sa.Column("agree", sa.Integer(), nullable=False),
        sa.Column("against", sa.Integer(), nullable=True),
        sa.Column("abstain", sa.Integer(), nullable=True),
        sa.Column("issued", sa.Integer(), nullable=True),
        sa.Column("returned", sa.Integer(), nullable=True),
        sa.Column("valid", sa.Integer(), nullable=True),
        sa.Column("invalid", sa.Integer(), nullable=True),
        sa.Column("chair", sa.String(), nullable=True),
        sa.Column("secretary", sa.String(), nullable=True),
        sa.Column("first_witness", sa.String(), nullable=True),
        sa.Column("second_witness", sa.String(), nullable=True),
        sa.Column("opinions", sa.String(), nullable=True),
        sa.Column("explanation", sa.String(), nullable=True),
        sa.CheckConstraint(
            "entitled >= 0 AND present >= 0 AND agree >= 0 AND against >= 0 AND abstain >= 0"
            " AND issued >= 0 AND returned >= 0 AND valid >= 0 AND invalid >= 0",
            name=op.f("ck_dismissal_meetings_counts"),
        ),
        sa.CheckConstraint(
            "form IN ('hands', 'secret', 'slips')", name=op.f("ck_dismissal_meetings_meetingform")
        ),
        sa.CheckConstraint(
            "electorate IN ('households', 'voters')", name=op.f("ck_dismissal_meetings_electoratekind")
        ),
        sa.ForeignKeyConstraint(
            ["record_id"], ["dismissal_records.id"], name=op.f("fk_dismissal_meetings_record_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dismissal_meetings")),
        sa.UniqueConstraint("record_id", name=op.f("uq_dismissal_meetings_record_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "replacement_proposals",
        sa.Column("id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column("proposer", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(32), nullable=True),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("dismissal_id", KEY, nullable=True),
        sa.CheckConstraint(
            "(outcome IS NULL) = (settled_on IS NULL)", name=op.f("ck_replacement_proposals_settled")
        ),
        sa.CheckConstraint("settled_on >= proposed_on", name=op.f("ck_replacement_proposals_days")),
        sa.CheckConstraint(
            "outcome IN ('dismissal', 'stays', 'withdrawn')",
            name=op.f("ck_replacement_proposals_proposaloutcome"),
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_replacement_proposals_unit_id")),
        sa.ForeignKeyConstraint(
            ["dismissal_id"], ["dismissals.id"], name=op.f("fk_replacement_proposals_dismissal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_replacement_proposals")),
        sqlite_strict=True,
    )
    for name in ("unit_id", "dismissal_id"):
        op.create_index(op.f(f"ix_replacement_proposals_{name}"), "replacement_proposals", [name])
