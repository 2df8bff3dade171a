"""Adds what a person did about packages that contradict each other, and which packages are history since."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# Both stay as they were written.
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
        "settled_forks",
        sa.Column("id", KEY, nullable=False),
        sa.Column("package_id", KEY, nullable=False),
        sa.Column("kept", sa.String(32), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("settled_by", sa.String(), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("contradicts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_settled_forks")),
        sa.UniqueConstraint("package_id", name=op.f("uq_settled_forks_package_id")),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_settled_forks_reason")),
        sa.CheckConstraint("settled_by <> ''", name=op.f("ck_settled_forks_settled_by")),
        sa.ForeignKeyConstraint(
            ["package_id"], ["taken_packages.id"], name=op.f("fk_settled_forks_package_id")
        ),
        sa.CheckConstraint("kept IN ('known', 'new')", name=op.f("ck_settled_forks_keptside")),
        sqlite_strict=True,
    )
    op.create_table(
        "packages_set_aside",
        sa.Column("id", KEY, nullable=False),
        sa.Column("package_id", KEY, nullable=False),
        sa.Column("fork_id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_packages_set_aside")),
        sa.UniqueConstraint("package_id", name=op.f("uq_packages_set_aside_package_id")),
        sa.ForeignKeyConstraint(
            ["package_id"], ["taken_packages.id"], name=op.f("fk_packages_set_aside_package_id")
        ),
        sa.ForeignKeyConstraint(
            ["fork_id"], ["settled_forks.id"], name=op.f("fk_packages_set_aside_fork_id")
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_packages_set_aside_fork_id"), "packages_set_aside", ["fork_id"], unique=False)
    for table in ("settled_forks", "packages_set_aside"):
        for guard in _STAYS:
            op.execute(guard.format(table=table))
