"""Adds to the log what stood in a record that was final when an entry was written."""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0040"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# Seals are never changed, deleted or replaced.
_STAYS = (
    (
        "CREATE TRIGGER audit_seals_no_update BEFORE UPDATE ON audit_seals WHEN 1"
        " BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END"
    ),
    (
        "CREATE TRIGGER audit_seals_no_delete BEFORE DELETE ON audit_seals WHEN 1"
        " BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END"
    ),
    (
        "CREATE TRIGGER audit_seals_no_replace BEFORE INSERT ON audit_seals"
        " WHEN EXISTS (SELECT 1 FROM audit_seals WHERE sequence = NEW.sequence"
        " AND record_table = NEW.record_table AND record_key = NEW.record_key)"
        " BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END"
    ),
)


def upgrade() -> None:
    op.add_column("audit_entries", sa.Column("sealed", sa.String(64), nullable=True))
    op.create_table(
        "audit_seals",
        sa.Column("sequence", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("record_table", sa.String(64), nullable=False),
        sa.Column("record_key", KEY, nullable=False, autoincrement=False),
        sa.Column("sha256", sa.String(64), nullable=True),
        sa.PrimaryKeyConstraint("sequence", "record_table", "record_key", name=op.f("pk_audit_seals")),
        sa.ForeignKeyConstraint(
            ["sequence"], ["audit_entries.sequence"], name=op.f("fk_audit_seals_sequence")
        ),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_audit_seals_sha256_length")),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_audit_seals_record", "audit_seals", ["record_table", "record_key", "sequence"], unique=False
    )
    for guard in _STAYS:
        op.execute(guard)
