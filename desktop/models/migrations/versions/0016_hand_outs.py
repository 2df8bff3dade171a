"""Knows votes by slips handed to households, and lets a role be any word of the program's."""

from contextlib import AbstractContextManager

from alembic import op
from alembic.operations import BatchOperations

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_VOTES = "vote IN ('first', 'again', 'run_off', 'hand_out')"


def upgrade() -> None:
    with _anew("rounds") as rounds:
        rounds.drop_constraint(op.f("ck_rounds_vote"), type_="check")
        rounds.create_check_constraint(op.f("ck_rounds_vote"), _VOTES)
    # A role is a word that papers print; each kind of contest has some of its own, and more will come.
    with _anew("officials") as officials:
        officials.drop_constraint(op.f("ck_officials_officialrole"), type_="check")


def _anew(table: str) -> AbstractContextManager[BatchOperations]:
    # Neither table has a trigger of its own.
    return op.batch_alter_table(table, recreate="always", table_kwargs={"sqlite_strict": True})
