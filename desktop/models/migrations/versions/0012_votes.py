"""Puts the state on the vote, numbers votes through their election, and says of what kind each is."""

from contextlib import AbstractContextManager

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_KINDS = "contest_kind IN ('hamlet_head', 'branch_congress')"
_STATES = (
    "state IN ('draft', 'listed', 'printed', 'meeting', 'counted_once', "
    "'different', 'agreed', 'finalised', 'recognised', 'to_hold_again')"
)

# Only heads of hamlets were elected so far. A vote that another follows was ordered to be held again.
_FILLED = (
    (
        "UPDATE rounds SET election_id ="
        " (SELECT contests.election_id FROM contests WHERE contests.id = rounds.contest_id)"
    ),
    (
        "UPDATE rounds SET state = CASE"
        " WHEN EXISTS (SELECT 1 FROM rounds AS later"
        " WHERE later.contest_id = rounds.contest_id AND later.number > rounds.number) THEN 'to_hold_again'"
        " ELSE (SELECT elections.state FROM elections WHERE elections.id = rounds.election_id) END"
    ),
)


def upgrade() -> None:
    with _anew("campaigns") as campaigns:
        campaigns.add_column(_kind())
        campaigns.create_check_constraint(op.f("ck_campaigns_contestkind"), _KINDS)
    op.add_column("rounds", sa.Column("election_id", KEY, nullable=True))
    op.add_column("rounds", sa.Column("state", sa.String(32), nullable=True))
    for statement in _FILLED:
        op.execute(statement)
    with _anew("rounds") as rounds:
        rounds.alter_column("election_id", existing_type=KEY, nullable=False)
        rounds.alter_column("state", existing_type=sa.String(32), nullable=False)
        rounds.drop_constraint(op.f("uq_rounds_contest_id_number"), type_="unique")
        rounds.create_unique_constraint(op.f("uq_rounds_election_id_number"), ["election_id", "number"])
        rounds.create_foreign_key(op.f("fk_rounds_election_id"), "elections", ["election_id"], ["id"])
        rounds.create_check_constraint(op.f("ck_rounds_votestate"), _STATES)
        rounds.create_index(op.f("ix_rounds_contest_id"), ["contest_id"], unique=False)
        rounds.create_index(op.f("ix_rounds_state"), ["state"], unique=False)
    op.drop_index(op.f("ix_elections_state"), "elections")
    with _anew("elections") as elections:
        elections.add_column(_kind())
        elections.alter_column("kind", new_column_name="occasion")
        elections.drop_constraint(op.f("ck_elections_electionkind"), type_="check")
        elections.drop_constraint(op.f("ck_elections_electionstate"), type_="check")
        elections.drop_constraint(op.f("uq_elections_campaign_id_unit_id_held_on"), type_="unique")
        elections.drop_column("state")
        elections.create_check_constraint(op.f("ck_elections_contestkind"), _KINDS)
        elections.create_check_constraint(
            op.f("ck_elections_occasion"), "occasion IN ('regular', 'replacement')"
        )
        elections.create_unique_constraint(
            op.f("uq_elections_contest_kind_unit_id_held_on"), ["contest_kind", "unit_id", "held_on"]
        )
    # What stands already is of the first kind; whatever comes says its own.
    for table in ("campaigns", "elections"):
        with _anew(table) as again:
            again.alter_column("contest_kind", existing_type=sa.String(32), server_default=None)


def _kind() -> sa.Column[str]:
    return sa.Column("contest_kind", sa.String(32), nullable=False, server_default="hamlet_head")


def _anew(table: str) -> AbstractContextManager[BatchOperations]:
    # None of these tables has a trigger of its own.
    return op.batch_alter_table(table, recreate="always", table_kwargs={"sqlite_strict": True})
