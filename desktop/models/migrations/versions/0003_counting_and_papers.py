"""Adds counts, recognitions and papers."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# Rows of some tables are never changed, deleted or replaced.
_STAYS = (
    (
        "CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} WHEN 1"
        " BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END"
    ),
    (
        "CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} WHEN 1"
        " BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END"
    ),
    (
        "CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}"
        " WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)"
        " BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END"
    ),
)


def upgrade() -> None:
    op.create_table(
        "ballot_stocks",
        sa.Column("id", KEY, nullable=False),
        sa.Column("round_id", KEY, nullable=False),
        sa.Column("box", sa.String(32), nullable=False),
        sa.Column("printed", sa.Integer(), nullable=True),
        sa.Column("issued", sa.Integer(), nullable=True),
        sa.Column("unused", sa.Integer(), nullable=True),
        sa.Column("replaced", sa.Integer(), nullable=True),
        sa.Column("collected", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballot_stocks")),
        sa.UniqueConstraint("round_id", "box", name=op.f("uq_ballot_stocks_round_id_box")),
        sa.CheckConstraint(
            "printed >= 0 AND issued >= 0 AND unused >= 0 AND replaced >= 0 AND collected >= 0",
            name=op.f("ck_ballot_stocks_counts"),
        ),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_ballot_stocks_round_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "attendances",
        sa.Column("id", KEY, nullable=False),
        sa.Column("round_id", KEY, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("present", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendances")),
        sa.UniqueConstraint("round_id", "at", name=op.f("uq_attendances_round_id_at")),
        sa.CheckConstraint("present >= 0", name=op.f("ck_attendances_counts")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_attendances_round_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "operators",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("pin_hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operators")),
        sa.UniqueConstraint("name", name=op.f("uq_operators_name")),
        sqlite_strict=True,
    )
    op.create_table(
        "entries",
        sa.Column("id", KEY, nullable=False),
        sa.Column("round_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("operator_id", KEY, nullable=False),
        sa.Column("typed", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entries")),
        sa.UniqueConstraint(
            "round_id", "number", "revision", name=op.f("uq_entries_round_id_number_revision")
        ),
        sa.UniqueConstraint(
            "round_id", "operator_id", "revision", name=op.f("uq_entries_round_id_operator_id_revision")
        ),
        sa.CheckConstraint("number IN (1, 2) AND revision >= 1", name=op.f("ck_entries_numbers")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_entries_round_id")),
        sa.ForeignKeyConstraint(["operator_id"], ["operators.id"], name=op.f("fk_entries_operator_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "counts",
        sa.Column("id", KEY, nullable=False),
        sa.Column("round_id", KEY, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("finalised_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("single_operator", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("replaced_sha256", sa.String(64), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counts")),
        sa.UniqueConstraint("round_id", "revision", name=op.f("uq_counts_round_id_revision")),
        sa.CheckConstraint(
            "(revision = 1 AND replaced_sha256 IS NULL)"
            " OR (revision > 1 AND replaced_sha256 IS NOT NULL AND reason IS NOT NULL)",
            name=op.f("ck_counts_revision"),
        ),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_counts_sha256_length")),
        sa.CheckConstraint("length(replaced_sha256) = 64", name=op.f("ck_counts_replaced_sha256_length")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_counts_round_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_counts_sha256"), "counts", ["sha256"], unique=False)
    op.create_table(
        "explanations",
        sa.Column("id", KEY, nullable=False),
        sa.Column("round_id", KEY, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(32), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_explanations")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_explanations_revision")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_explanations_round_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_explanations_round_id"), "explanations", ["round_id"], unique=False)
    op.create_table(
        "outcomes",
        sa.Column("id", KEY, nullable=False),
        sa.Column("count_id", KEY, nullable=False),
        sa.Column("outcome", sa.String(32), nullable=False),
        sa.Column("elected", sa.JSON(), nullable=False),
        sa.Column("clauses", sa.JSON(), nullable=False),
        sa.Column("final", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcomes")),
        sa.UniqueConstraint("count_id", name=op.f("uq_outcomes_count_id")),
        sa.ForeignKeyConstraint(["count_id"], ["counts.id"], name=op.f("fk_outcomes_count_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "recognitions",
        sa.Column("id", KEY, nullable=False),
        sa.Column("contest_id", KEY, nullable=False),
        sa.Column("count_id", KEY, nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("number", sa.String(64), nullable=False),
        sa.Column("recognised", sa.Boolean(), nullable=False),
        sa.Column("candidate_id", KEY, nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recognitions")),
        sa.UniqueConstraint("contest_id", "number", name=op.f("uq_recognitions_contest_id_number")),
        sa.CheckConstraint(
            "CASE WHEN recognised THEN candidate_id IS NOT NULL ELSE reason IS NOT NULL END",
            name=op.f("ck_recognitions_complete"),
        ),
        sa.ForeignKeyConstraint(["contest_id"], ["contests.id"], name=op.f("fk_recognitions_contest_id")),
        sa.ForeignKeyConstraint(["count_id"], ["counts.id"], name=op.f("fk_recognitions_count_id")),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidates.id"], name=op.f("fk_recognitions_candidate_id")
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_recognitions_count_id"), "recognitions", ["count_id"])
    op.create_table(
        "papers",
        sa.Column("id", KEY, nullable=False),
        sa.Column("form", sa.String(64), nullable=False),
        sa.Column("election_id", KEY, nullable=True),
        sa.Column("round_id", KEY, nullable=True),
        sa.Column("revision", sa.Integer(), nullable=True),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("trial", sa.Boolean(), nullable=False),
        sa.Column("printed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_papers")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_papers_sha256_length")),
        sa.CheckConstraint("pages >= 1 AND copies >= 0 AND revision >= 1", name=op.f("ck_papers_numbers")),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_papers_election_id")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_papers_round_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_papers_election_id"), "papers", ["election_id"], unique=False)
    op.create_index(op.f("ix_papers_round_id"), "papers", ["round_id"], unique=False)
    op.create_index(op.f("ix_papers_sha256"), "papers", ["sha256"], unique=False)
    for table in ("counts", "outcomes", "papers"):
        for guard in _STAYS:
            op.execute(guard.format(table=table))
