"""Adds keys, packages and receipts."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
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
        "own_keys",
        sa.Column("id", KEY, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_keys")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_own_keys_fingerprint")),
        sqlite_strict=True,
    )
    op.create_table(
        "peer_cards",
        sa.Column("id", KEY, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("unit_code", sa.String(32), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("trusted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_from", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_peer_cards")),
        sa.CheckConstraint("revoked_from >= 1", name=op.f("ck_peer_cards_revoked_from")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_peer_cards_fingerprint")),
        sa.CheckConstraint("role IN ('commune', 'receiving')", name=op.f("ck_peer_cards_role")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_peer_cards_unit_code"), "peer_cards", ["unit_code"], unique=False)
    op.create_table(
        "sealed_packages",
        sa.Column("id", KEY, nullable=False),
        sa.Column("issuer", sa.String(64), nullable=False),
        sa.Column("recipient", sa.String(32), nullable=False),
        sa.Column("stream", sa.String(32), nullable=False),
        sa.Column("mode", sa.String(32), nullable=False),
        sa.Column("campaign", sa.String(64), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("previous", sa.String(64), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("code", sa.String(32), nullable=False),
        sa.Column("sealed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sealed_packages")),
        sa.UniqueConstraint(
            "issuer",
            "recipient",
            "stream",
            "mode",
            "sequence",
            name=op.f("uq_sealed_packages_issuer_recipient_stream_mode_sequence"),
        ),
        sa.CheckConstraint("sequence >= 1", name=op.f("ck_sealed_packages_sequence")),
        sa.CheckConstraint("length(digest) = 64", name=op.f("ck_sealed_packages_digest_length")),
        sa.CheckConstraint("length(previous) = 64", name=op.f("ck_sealed_packages_previous_length")),
        sa.CheckConstraint("stream IN ('government', 'party')", name=op.f("ck_sealed_packages_stream")),
        sa.CheckConstraint("mode IN ('official', 'training')", name=op.f("ck_sealed_packages_mode")),
        sa.UniqueConstraint("digest", name=op.f("uq_sealed_packages_digest")),
        sqlite_strict=True,
    )
    op.create_table(
        "receipts_in",
        sa.Column("id", KEY, nullable=False),
        sa.Column("package_id", KEY, nullable=False),
        sa.Column("outcome", sa.String(32), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipts_in")),
        sa.UniqueConstraint("package_id", "sha256", name=op.f("uq_receipts_in_package_id_sha256")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_receipts_in_sha256_length")),
        sa.ForeignKeyConstraint(
            ["package_id"], ["sealed_packages.id"], name=op.f("fk_receipts_in_package_id")
        ),
        sa.CheckConstraint(
            "outcome IN ('accepted', 'waiting', 'refused')", name=op.f("ck_receipts_in_intake")
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_receipts_in_sha256"), "receipts_in", ["sha256"], unique=False)
    op.create_table(
        "taken_packages",
        sa.Column("id", KEY, nullable=False),
        sa.Column("issuer", sa.String(64), nullable=False),
        sa.Column("unit_code", sa.String(32), nullable=False),
        sa.Column("stream", sa.String(32), nullable=False),
        sa.Column("mode", sa.String(32), nullable=False),
        sa.Column("campaign", sa.String(64), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("previous", sa.String(64), nullable=True),
        sa.Column("outcome", sa.String(32), nullable=False),
        sa.Column("code", sa.String(32), nullable=True),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("statement", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_taken_packages")),
        sa.CheckConstraint("sequence >= 1", name=op.f("ck_taken_packages_sequence")),
        sa.CheckConstraint(
            "(outcome = 'refused') = (code IS NOT NULL)", name=op.f("ck_taken_packages_refused")
        ),
        sa.CheckConstraint("length(digest) = 64", name=op.f("ck_taken_packages_digest_length")),
        sa.CheckConstraint("length(previous) = 64", name=op.f("ck_taken_packages_previous_length")),
        sa.CheckConstraint("stream IN ('government', 'party')", name=op.f("ck_taken_packages_stream")),
        sa.CheckConstraint("mode IN ('official', 'training')", name=op.f("ck_taken_packages_mode")),
        sa.UniqueConstraint("digest", name=op.f("uq_taken_packages_digest")),
        sa.CheckConstraint(
            "outcome IN ('accepted', 'waiting', 'refused')", name=op.f("ck_taken_packages_intake")
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_taken_packages_issuer"), "taken_packages", ["issuer"], unique=False)
    op.create_index(op.f("ix_taken_packages_unit_code"), "taken_packages", ["unit_code"], unique=False)
    op.create_table(
        "taken_records",
        sa.Column("id", KEY, nullable=False),
        sa.Column("package_id", KEY, nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_taken_records")),
        sa.UniqueConstraint("package_id", "path", name=op.f("uq_taken_records_package_id_path")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_taken_records_sha256_length")),
        sa.ForeignKeyConstraint(
            ["package_id"], ["taken_packages.id"], name=op.f("fk_taken_records_package_id")
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_taken_records_sha256"), "taken_records", ["sha256"], unique=False)
    op.create_table(
        "receipts_out",
        sa.Column("id", KEY, nullable=False),
        sa.Column("package_id", KEY, nullable=False),
        sa.Column("outcome", sa.String(32), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipts_out")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_receipts_out_sha256_length")),
        sa.ForeignKeyConstraint(
            ["package_id"], ["taken_packages.id"], name=op.f("fk_receipts_out_package_id")
        ),
        sa.CheckConstraint(
            "outcome IN ('accepted', 'waiting', 'refused')", name=op.f("ck_receipts_out_intake")
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_receipts_out_package_id"), "receipts_out", ["package_id"], unique=False)
    op.create_index(op.f("ix_receipts_out_sha256"), "receipts_out", ["sha256"], unique=False)
    for table in ("sealed_packages", "receipts_in", "taken_records", "receipts_out"):
        for guard in _STAYS:
            op.execute(guard.format(table=table))
