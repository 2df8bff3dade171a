"""Makes one decision of a result that came in and what was decided on it: over several counts and people."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# Until now a decision answered one count, so it takes that count's key. Of two on one count the later stood.
_FILLED = (
    (
        "INSERT INTO decisions"
        " (id, election_id, body, received_on, number, decided_on, result, reason, again_on, recorded_at)"
        " SELECT counts.id, rounds.election_id, 'peoples_committee', came.received_on,"
        " COALESCE(made.number, came.number), COALESCE(made.decided_on, came.decided_on),"
        " CASE WHEN made.recognised THEN 'recognised' WHEN made.id IS NOT NULL THEN 'held_again' END,"
        " CASE WHEN made.id IS NULL THEN came.reason ELSE made.reason END, came.again_on, made.recorded_at"
        " FROM counts JOIN rounds ON rounds.id = counts.round_id"
        " LEFT JOIN submissions AS came ON came.count_id = counts.id"
        " LEFT JOIN recognitions AS made ON made.id ="
        " (SELECT MAX(latest.id) FROM recognitions AS latest WHERE latest.count_id = counts.id)"
        " WHERE came.id IS NOT NULL OR made.id IS NOT NULL"
    ),
    "INSERT INTO decided_counts (decision_id, count_id) SELECT id, id FROM decisions",
    (
        "INSERT INTO decided_people (decision_id, candidate_id, accepted)"
        " SELECT decisions.id, made.candidate_id, 1 FROM decisions JOIN recognitions AS made ON made.id ="
        " (SELECT MAX(latest.id) FROM recognitions AS latest WHERE latest.count_id = decisions.id)"
        " WHERE decisions.result = 'recognised'"
    ),
)


def upgrade() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", KEY, nullable=False),
        sa.Column("election_id", KEY, nullable=False),
        sa.Column("body", sa.String(32), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("number", sa.String(64), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("result", sa.String(32), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("again_on", sa.Date(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_decisions_election_id")),
        sa.CheckConstraint(
            "body IN ('peoples_committee', 'party_committee')", name=op.f("ck_decisions_decidingbody")
        ),
        sa.CheckConstraint(
            "result IN ('recognised', 'approved', 'held_again')", name=op.f("ck_decisions_decisionresult")
        ),
        sa.CheckConstraint(
            "(result IS NULL) = (recorded_at IS NULL)"
            " AND (result IS NULL OR (number IS NOT NULL AND decided_on IS NOT NULL))"
            " AND (result IS NULL OR result <> 'held_again' OR reason IS NOT NULL)",
            name=op.f("ck_decisions_complete"),
        ),
        sqlite_strict=True,
    )
    # What is being written of a decision may bear any number; recorded ones of an election never the same.
    op.create_index(
        "uq_decisions_election_id_number",
        "decisions",
        ["election_id", "number"],
        unique=True,
        sqlite_where=sa.text("result IS NOT NULL"),
        postgresql_where=sa.text("result IS NOT NULL"),
    )
    op.create_table(
        "decided_counts",
        sa.Column("id", KEY, nullable=False),
        sa.Column("decision_id", KEY, nullable=False),
        sa.Column("count_id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decided_counts")),
        sa.UniqueConstraint("count_id", name=op.f("uq_decided_counts_count_id")),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decisions.id"], name=op.f("fk_decided_counts_decision_id")
        ),
        sa.ForeignKeyConstraint(["count_id"], ["counts.id"], name=op.f("fk_decided_counts_count_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_decided_counts_decision_id"), "decided_counts", ["decision_id"], unique=False)
    op.create_table(
        "decided_people",
        sa.Column("id", KEY, nullable=False),
        sa.Column("decision_id", KEY, nullable=False),
        sa.Column("candidate_id", KEY, nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decided_people")),
        sa.UniqueConstraint(
            "decision_id", "candidate_id", name=op.f("uq_decided_people_decision_id_candidate_id")
        ),
        sa.CheckConstraint("accepted OR reason IS NOT NULL", name=op.f("ck_decided_people_refused")),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decisions.id"], name=op.f("fk_decided_people_decision_id")
        ),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidates.id"], name=op.f("fk_decided_people_candidate_id")
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_decided_people_candidate_id"), "decided_people", ["candidate_id"], unique=False)
    for statement in _FILLED:
        op.execute(statement)
    op.drop_table("recognitions")
    op.drop_table("submissions")
