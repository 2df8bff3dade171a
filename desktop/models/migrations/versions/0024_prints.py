"""Adds for which day of a vote each of its papers was printed, for those that are kept from what is known."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# A paper printed before the day was moved bears the day from which it was moved first since.
_KNOWN = """
INSERT INTO prints (round_id, form, printed_at, held_on)
SELECT papers.round_id, papers.form, papers.printed_at, coalesce(
    (SELECT moved.day_before FROM election_changes AS moved
     WHERE moved.election_id = papers.election_id AND moved.what = 'moved' AND moved.at > papers.printed_at
     ORDER BY moved.at, moved.id LIMIT 1),
    rounds.held_on, elections.held_on)
FROM papers
JOIN rounds ON rounds.id = papers.round_id
JOIN elections ON elections.id = rounds.election_id
WHERE papers.role <> 'trial'
ORDER BY papers.id
"""


def upgrade() -> None:
    op.create_table(
        "prints",
        sa.Column("id", KEY, nullable=False),
        sa.Column("round_id", KEY, nullable=False),
        sa.Column("form", sa.String(64), nullable=False),
        sa.Column("printed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_prints_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prints")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_prints_round_id"), "prints", ["round_id"])
    op.execute(_KNOWN)
