"""Adds units, their people and households, and the batches that brought them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "units",
        sa.Column("id", KEY, nullable=False),
        sa.Column("code", sa.String(32), nullable=False),
        sa.Column("level", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("parent_id", KEY, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_units")),
        sa.UniqueConstraint("code", "starts_on", name=op.f("uq_units_code_starts_on")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_units_period")),
        sa.CheckConstraint("parent_id <> id", name=op.f("ck_units_parent")),
        sa.CheckConstraint(
            "level IN ('province', 'district', 'commune', 'hamlet')", name=op.f("ck_units_unitlevel")
        ),
        sa.ForeignKeyConstraint(["parent_id"], ["units.id"], name=op.f("fk_units_parent_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_units_code"), "units", ["code"], unique=False)
    op.create_index(op.f("ix_units_parent_id"), "units", ["parent_id"], unique=False)
    op.create_index(
        op.f("uq_units_code_undated"),
        "units",
        ["code"],
        unique=True,
        sqlite_where=sa.text("starts_on IS NULL"),
        postgresql_where=sa.text("starts_on IS NULL"),
    )
    op.create_table(
        "unit_predecessors",
        sa.Column("successor_id", KEY, nullable=False),
        sa.Column("predecessor_id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("successor_id", "predecessor_id", name=op.f("pk_unit_predecessors")),
        sa.CheckConstraint("successor_id <> predecessor_id", name=op.f("ck_unit_predecessors_another")),
        sa.ForeignKeyConstraint(
            ["successor_id"], ["units.id"], name=op.f("fk_unit_predecessors_successor_id")
        ),
        sa.ForeignKeyConstraint(
            ["predecessor_id"], ["units.id"], name=op.f("fk_unit_predecessors_predecessor_id")
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "people",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("sort_key", sa.LargeBinary(), nullable=False),
        sa.Column("sex", sa.String(32), nullable=True),
        sa.Column("birth", sa.String(10), nullable=True),
        sa.Column("identity", sa.String(), nullable=True),
        sa.Column("ethnic", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.CheckConstraint(
            "birth LIKE '____' OR birth LIKE '____-__' OR birth LIKE '____-__-__'",
            name=op.f("ck_people_birth_partial_date"),
        ),
        sa.CheckConstraint("length(identity) IN (9, 12)", name=op.f("ck_people_identity_length")),
        sa.CheckConstraint("sex IN ('male', 'female')", name=op.f("ck_people_sex")),
        sa.UniqueConstraint("identity", name=op.f("uq_people_identity")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_people_folded"), "people", ["folded"], unique=False)
    op.create_index(op.f("ix_people_sort_key"), "people", ["sort_key"], unique=False)
    op.create_table(
        "households",
        sa.Column("id", KEY, nullable=False),
        sa.Column("hamlet_id", KEY, nullable=False),
        sa.Column("head_id", KEY, nullable=False),
        sa.Column("members", sa.Integer(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_households")),
        sa.CheckConstraint("members >= 0", name=op.f("ck_households_counts")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_households_period")),
        sa.ForeignKeyConstraint(["hamlet_id"], ["units.id"], name=op.f("fk_households_hamlet_id")),
        sa.ForeignKeyConstraint(["head_id"], ["people.id"], name=op.f("fk_households_head_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_households_hamlet_id"), "households", ["hamlet_id"], unique=False)
    op.create_index(op.f("ix_households_head_id"), "households", ["head_id"], unique=False)
    op.create_table(
        "import_batches",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("same", sa.Integer(), nullable=False),
        sa.Column("doubtful", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batches")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_import_batches_sha256_length")),
        sa.CheckConstraint(
            "new >= 0 AND changed >= 0 AND same >= 0 AND doubtful >= 0 AND refused >= 0",
            name=op.f("ck_import_batches_counts"),
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "import_rows",
        sa.Column("id", KEY, nullable=False),
        sa.Column("batch_id", KEY, nullable=False),
        sa.Column("record_kind", sa.String(32), nullable=False),
        sa.Column("record_id", KEY, nullable=False),
        sa.Column("change", sa.String(32), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_rows")),
        sa.UniqueConstraint(
            "batch_id", "record_kind", "record_id", name=op.f("uq_import_rows_batch_id_record_kind_record_id")
        ),
        sa.CheckConstraint("(change = 'changed') = (before IS NOT NULL)", name=op.f("ck_import_rows_undo")),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batches.id"], name=op.f("fk_import_rows_batch_id")),
        sa.CheckConstraint("change IN ('new', 'changed')", name=op.f("ck_import_rows_change")),
        sqlite_strict=True,
    )
