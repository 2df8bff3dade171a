"""Adds the office and its audit log."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# Entries are never changed, deleted or replaced.
_STAYS = (
    (
        "CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries WHEN 1"
        " BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END"
    ),
    (
        "CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries WHEN 1"
        " BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END"
    ),
    (
        "CREATE TRIGGER audit_entries_no_replace BEFORE INSERT ON audit_entries"
        " WHEN EXISTS (SELECT 1 FROM audit_entries WHERE sequence = NEW.sequence)"
        " BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END"
    ),
)


def upgrade() -> None:
    op.create_table(
        "office",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_code", sa.String(32), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("superior", sa.String(), nullable=True),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("mode", sa.String(32), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("restored_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settings", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
        sa.CheckConstraint("id = 1", name=op.f("ck_office_single")),
        sa.CheckConstraint("role IN ('commune', 'receiving')", name=op.f("ck_office_role")),
        sa.CheckConstraint("mode IN ('official', 'training')", name=op.f("ck_office_mode")),
        sqlite_strict=True,
    )
    op.create_table(
        "audit_entries",
        sa.Column("sequence", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(64), nullable=False),
        sa.Column("action", sa.String(64), nullable=False),
        sa.Column("record_kind", sa.String(32), nullable=False),
        sa.Column("record_id", sa.String(64), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_audit_entries")),
        sa.CheckConstraint("sequence >= 1", name=op.f("ck_audit_entries_sequence")),
        sa.CheckConstraint("length(previous) = 64", name=op.f("ck_audit_entries_previous_length")),
        sa.CheckConstraint("length(hash) = 64", name=op.f("ck_audit_entries_hash_length")),
        sa.UniqueConstraint("previous", name=op.f("uq_audit_entries_previous")),
        sa.UniqueConstraint("hash", name=op.f("uq_audit_entries_hash")),
        sqlite_strict=True,
    )
    for guard in _STAYS:
        op.execute(guard)
