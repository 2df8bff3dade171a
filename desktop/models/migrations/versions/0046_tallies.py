"""Adds counts ballot by ballot: whose, of which vote, and their keys one by one."""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0044"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# Keys are never changed, deleted or replaced, and none is added to a log that is locked.
_TRIGGERS = (
    (
        "CREATE TRIGGER tally_keys_no_update BEFORE UPDATE ON tally_keys WHEN 1"
        " BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END"
    ),
    (
        "CREATE TRIGGER tally_keys_no_delete BEFORE DELETE ON tally_keys WHEN 1"
        " BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END"
    ),
    (
        "CREATE TRIGGER tally_keys_no_replace BEFORE INSERT ON tally_keys"
        " WHEN EXISTS (SELECT 1 FROM tally_keys WHERE id = NEW.id"
        " OR (log_id = NEW.log_id AND position = NEW.position))"
        " BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END"
    ),
    (
        "CREATE TRIGGER tally_keys_locked_insert BEFORE INSERT ON tally_keys"
        " WHEN (SELECT locked_at FROM tally_logs WHERE id = NEW.log_id) IS NOT NULL"
        " BEGIN SELECT RAISE(ABORT, 'the count is locked'); END"
    ),
    (
        "CREATE TRIGGER tally_logs_locked_update BEFORE UPDATE ON tally_logs WHEN OLD.locked_at IS NOT NULL"
        " BEGIN SELECT RAISE(ABORT, 'the count is locked'); END"
    ),
    (
        "CREATE TRIGGER tally_logs_locked_delete BEFORE DELETE ON tally_logs WHEN OLD.locked_at IS NOT NULL"
        " BEGIN SELECT RAISE(ABORT, 'the count is locked'); END"
    ),
)


def upgrade() -> None:
    op.create_table(
        "tally_logs",
        sa.Column("id", KEY, nullable=False),
        sa.Column("round_id", KEY, nullable=False),
        sa.Column("operator_id", KEY, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("cluster", sa.Integer(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("alone", sa.Boolean(), nullable=False, server_default=sa.text("0")),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("locked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sha256", sa.String(64), nullable=True),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("unlike_box", sa.String(), nullable=True),
        sa.CheckConstraint(
            "revision >= 1 AND cluster >= 0 AND attempt >= 1", name=op.f("ck_tally_logs_numbers")
        ),
        sa.CheckConstraint("(locked_at IS NULL) = (sha256 IS NULL)", name=op.f("ck_tally_logs_locked")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_tally_logs_sha256_length")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_tally_logs_round_id")),
        sa.ForeignKeyConstraint(["operator_id"], ["operators.id"], name=op.f("fk_tally_logs_operator_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tally_logs")),
        sa.UniqueConstraint(
            "round_id",
            "operator_id",
            "revision",
            "cluster",
            "attempt",
            name=op.f("uq_tally_logs_round_id_operator_id_revision_cluster_attempt"),
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "tally_keys",
        sa.Column("id", KEY, nullable=False),
        sa.Column("log_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("candidate", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(32), nullable=True),
        sa.Column("words", sa.String(), nullable=True),
        sa.CheckConstraint("position >= 1 AND candidate >= 0", name=op.f("ck_tally_keys_numbers")),
        sa.CheckConstraint(
            "kind IN ('mark', 'agree', 'against', 'blank', 'end', 'invalid', 'back')",
            name=op.f("ck_tally_keys_keykind"),
        ),
        sa.ForeignKeyConstraint(["log_id"], ["tally_logs.id"], name=op.f("fk_tally_keys_log_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tally_keys")),
        sa.UniqueConstraint("log_id", "position", name=op.f("uq_tally_keys_log_id_position")),
        sqlite_strict=True,
    )
    for trigger in _TRIGGERS:
        op.execute(trigger)
