"""Lets the last supplement of a frozen roll go until the meeting opens; the frozen lines stay."""

from alembic import op

revision = "0044"
down_revision = "0042"
branch_labels = None
depends_on = None

_DELETE = (
    "CREATE TRIGGER roll_entries_frozen_delete BEFORE DELETE ON roll_entries"
    " WHEN (SELECT frozen_at FROM rolls WHERE id = OLD.roll_id) IS NOT NULL"
    " AND (OLD.supplement = 0"
    " OR EXISTS (SELECT 1 FROM roll_entries WHERE roll_id = OLD.roll_id AND number > OLD.number)"
    " OR NOT EXISTS (SELECT 1 FROM rounds JOIN rolls ON rolls.election_id = rounds.election_id"
    " WHERE rolls.id = OLD.roll_id AND rounds.number = 1 AND rounds.state = 'printed'))"
    " BEGIN SELECT RAISE(ABORT, 'the roll is frozen'); END"
)


def upgrade() -> None:
    op.execute("DROP TRIGGER roll_entries_frozen_delete")
    op.execute(_DELETE)
