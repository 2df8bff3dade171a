"""Says of each paper what it is for, whatever its form is called; a trial sheet is one role of several."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_ROLES = "role IN ('ballot', 'trial', 'minutes', 'decision', 'other')"
_TOLD = (
    "UPDATE papers SET role = CASE"
    " WHEN form = 'hamlet-ballot-trial' OR trial THEN 'trial'"
    " WHEN form = 'hamlet-ballot' THEN 'ballot'"
    " WHEN form = 'counting-minutes' THEN 'minutes'"
    " WHEN form IN ('recognition-decision', 'hold-again-decision') THEN 'decision'"
    " ELSE 'other' END"
)
# Printed papers stay as they are, before this revision and after it.
_STAYS = {
    "papers_no_update": (
        "CREATE TRIGGER papers_no_update BEFORE UPDATE ON papers WHEN 1"
        " BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END"
    ),
    "papers_no_delete": (
        "CREATE TRIGGER papers_no_delete BEFORE DELETE ON papers WHEN 1"
        " BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END"
    ),
    "papers_no_replace": (
        "CREATE TRIGGER papers_no_replace BEFORE INSERT ON papers"
        " WHEN EXISTS (SELECT 1 FROM papers WHERE id = NEW.id)"
        " BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END"
    ),
}


def upgrade() -> None:
    for trigger in _STAYS:
        op.execute(f"DROP TRIGGER {trigger}")
    op.add_column("papers", sa.Column("role", sa.String(32), nullable=True))
    op.execute(_TOLD)
    with op.batch_alter_table("papers", recreate="always", table_kwargs={"sqlite_strict": True}) as papers:
        papers.alter_column("role", existing_type=sa.String(32), nullable=False)
        papers.create_check_constraint(op.f("ck_papers_paperrole"), _ROLES)
        papers.drop_column("trial")
    for trigger in _STAYS.values():
        op.execute(trigger)
