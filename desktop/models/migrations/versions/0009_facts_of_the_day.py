"""Adds the day, the hour and the postings of a round, the plan's decision, and the team's telephone."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

# A round that was begun before it had a day of its own is held on the one that was written for its decision.
_DAYS_WRITTEN = """
UPDATE rounds SET held_on = (
    SELECT submissions.again_on FROM submissions
    JOIN counts ON submissions.count_id = counts.id
    WHERE counts.round_id = rounds.parent_id
    ORDER BY counts.revision DESC LIMIT 1
) WHERE parent_id IS NOT NULL
"""


def upgrade() -> None:
    for table, column in (
        ("campaigns", sa.Column("plan_number", sa.String(64), nullable=True)),
        ("campaigns", sa.Column("plan_on", sa.Date(), nullable=True)),
        ("campaigns", sa.Column("results_by", sa.Time(), nullable=True)),
        ("elections", sa.Column("roll_posted_on", sa.Date(), nullable=True)),
        ("rounds", sa.Column("held_on", sa.Date(), nullable=True)),
        ("rounds", sa.Column("opening", sa.Time(), nullable=True)),
        ("rounds", sa.Column("list_posted_on", sa.Date(), nullable=True)),
        ("officials", sa.Column("phone", sa.String(32), nullable=True)),
    ):
        op.add_column(table, column)
    op.execute(_DAYS_WRITTEN)
