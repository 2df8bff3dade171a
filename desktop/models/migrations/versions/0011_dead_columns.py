"""Drops what nothing read: who was present on a roll, and a guessed word before a candidate's name."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # No trigger of the frozen rolls names it, so they stay as they are.
    op.drop_column("roll_entries", "present")
    # Its CHECK can only go with the table, which has no trigger of its own.
    with op.batch_alter_table(
        "candidates", recreate="always", table_kwargs={"sqlite_strict": True}
    ) as candidates:
        candidates.drop_constraint(op.f("ck_candidates_title"), type_="check")
        candidates.drop_column("title")
