"""Adds scans of signed minutes, and results as they came in with the decision being prepared on them."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# Scans are never changed, deleted or replaced.
_STAYS = (
    (
        "CREATE TRIGGER attachments_no_update BEFORE UPDATE ON attachments WHEN 1"
        " BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END"
    ),
    (
        "CREATE TRIGGER attachments_no_delete BEFORE DELETE ON attachments WHEN 1"
        " BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END"
    ),
    (
        "CREATE TRIGGER attachments_no_replace BEFORE INSERT ON attachments"
        " WHEN EXISTS (SELECT 1 FROM attachments WHERE id = NEW.id)"
        " BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END"
    ),
)


def upgrade() -> None:
    op.create_table(
        "attachments",
        sa.Column("id", KEY, nullable=False),
        sa.Column("count_id", KEY, nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("media", sa.String(32), nullable=False),
        sa.Column("attached_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachments")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_attachments_sha256_length")),
        sa.ForeignKeyConstraint(["count_id"], ["counts.id"], name=op.f("fk_attachments_count_id")),
        sa.CheckConstraint("media IN ('pdf', 'jpeg', 'png')", name=op.f("ck_attachments_media")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_attachments_count_id"), "attachments", ["count_id"], unique=False)
    op.create_index(op.f("ix_attachments_sha256"), "attachments", ["sha256"], unique=False)
    for guard in _STAYS:
        op.execute(guard)
    op.create_table(
        "submissions",
        sa.Column("id", KEY, nullable=False),
        sa.Column("count_id", KEY, nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("number", sa.String(64), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("again_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submissions")),
        sa.UniqueConstraint("count_id", name=op.f("uq_submissions_count_id")),
        sa.ForeignKeyConstraint(["count_id"], ["counts.id"], name=op.f("fk_submissions_count_id")),
        sqlite_strict=True,
    )
