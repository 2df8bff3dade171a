"""Adds the search over people's folded names, and what the commune's list says of its hamlets."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# An index beside its table is told what it held, since it keeps no copy.
_SEARCH = (
    (
        "CREATE VIRTUAL TABLE people_search"
        " USING fts5(folded, content='people', content_rowid='id', prefix='2 3')"
    ),
    (
        "CREATE TRIGGER people_search_insert AFTER INSERT ON people BEGIN"
        " INSERT INTO people_search(rowid, folded) VALUES (NEW.id, NEW.folded); END"
    ),
    (
        "CREATE TRIGGER people_search_delete AFTER DELETE ON people BEGIN"
        " INSERT INTO people_search(people_search, rowid, folded) VALUES ('delete', OLD.id, OLD.folded); END"
    ),
    (
        "CREATE TRIGGER people_search_update AFTER UPDATE OF folded ON people BEGIN"
        " INSERT INTO people_search(people_search, rowid, folded) VALUES ('delete', OLD.id, OLD.folded);"
        " INSERT INTO people_search(rowid, folded) VALUES (NEW.id, NEW.folded); END"
    ),
    "INSERT INTO people_search(people_search) VALUES ('rebuild')",
)


def upgrade() -> None:
    op.create_table(
        "hamlet_facts",
        sa.Column("id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("households", sa.Integer(), nullable=True),
        sa.Column("especially_difficult", sa.Boolean(), nullable=True),
        sa.Column("head", sa.String(), nullable=True),
        sa.Column("head_is_member", sa.Boolean(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hamlet_facts")),
        sa.CheckConstraint("households >= 0", name=op.f("ck_hamlet_facts_counts")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_hamlet_facts_unit_id")),
        sa.UniqueConstraint("unit_id", name=op.f("uq_hamlet_facts_unit_id")),
        sqlite_strict=True,
    )
    for statement in _SEARCH:
        op.execute(statement)
