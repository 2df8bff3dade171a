"""Adds congresses of branches: roll, presence at each vote, hands, plan of personnel, texts, complaints.

A hamlet elects its head once on a day; of congresses several may be held in one unit.
"""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_STRICT = {"sqlite_strict": True}
_PRESENCE = "presence IN ('present', 'excused', 'absent')"
_REPORTED = (
    "(SELECT reported_at FROM congresses WHERE id = {row}.congress_id) IS NOT NULL"
    " BEGIN SELECT RAISE(ABORT, 'the roll of the congress was reported'); END"
)
_COUNTED = (
    "(SELECT state FROM rounds WHERE id = {row}.round_id) IN ('finalised', 'recognised', 'to_hold_again')"
    " BEGIN SELECT RAISE(ABORT, 'the vote is counted'); END"
)
_TRIGGERS = (
    "CREATE TRIGGER attendees_reported_insert BEFORE INSERT ON attendees WHEN " + _REPORTED.format(row="NEW"),
    "CREATE TRIGGER attendees_reported_update BEFORE UPDATE OF"
    " id, congress_id, member_id, number, name, official, standing, paper ON attendees WHEN "
    + _REPORTED.format(row="OLD"),
    "CREATE TRIGGER attendees_reported_delete BEFORE DELETE ON attendees WHEN " + _REPORTED.format(row="OLD"),
    "CREATE TRIGGER vote_presences_counted_insert BEFORE INSERT ON vote_presences WHEN "
    + _COUNTED.format(row="NEW"),
    "CREATE TRIGGER vote_presences_counted_update BEFORE UPDATE ON vote_presences WHEN "
    + _COUNTED.format(row="OLD"),
    "CREATE TRIGGER vote_presences_counted_delete BEFORE DELETE ON vote_presences WHEN "
    + _COUNTED.format(row="OLD"),
)


def upgrade() -> None:
    _elections()
    op.create_table(
        "congresses",
        *_columns("congresses", election_id="elections", branch_id="organisations"),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("announced_on", sa.Date(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("report_number", sa.String(64), nullable=True),
        sa.Column("report_sent_on", sa.Date(), nullable=True),
        sa.Column("handed_over_on", sa.Date(), nullable=True),
        sa.Column("destroyed_on", sa.Date(), nullable=True),
        sa.Column("destroyed_number", sa.String(64), nullable=True),
        sa.CheckConstraint("number >= 1", name=op.f("ck_congresses_number")),
        sa.CheckConstraint("closed_at >= opened_at", name=op.f("ck_congresses_hours")),
        sa.UniqueConstraint("election_id", name=op.f("uq_congresses_election_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_congresses_branch_id"), "congresses", ["branch_id"])
    _roll()
    _decided()
    for trigger in _TRIGGERS:
        op.execute(trigger)


def _elections() -> None:
    # None of these tables has a trigger of its own.
    with op.batch_alter_table("elections", recreate="always", table_kwargs=_STRICT) as elections:
        elections.drop_constraint(op.f("uq_elections_contest_kind_unit_id_held_on"), type_="unique")
        elections.create_index(
            op.f("uq_elections_unit_id_held_on"),
            ["unit_id", "held_on"],
            unique=True,
            sqlite_where=sa.text("contest_kind = 'hamlet_head'"),
            postgresql_where=sa.text("contest_kind = 'hamlet_head'"),
        )
    with op.batch_alter_table("contests", recreate="always", table_kwargs=_STRICT) as contests:
        contests.add_column(
            sa.Column("code", sa.String(32), nullable=False, server_default=sa.text("'head'"))
        )
        contests.add_column(sa.Column("position", sa.Integer(), nullable=False, server_default=sa.text("1")))
        contests.create_check_constraint(
            op.f("ck_contests_contestcode"),
            "code IN ('head', 'committee', 'secretary', 'deputy', 'delegates')",
        )
        contests.create_check_constraint(op.f("ck_contests_position"), "position >= 1")
        contests.create_unique_constraint(op.f("uq_contests_election_id_code"), ["election_id", "code"])
    with op.batch_alter_table("candidates", recreate="always", table_kwargs=_STRICT) as candidates:
        candidates.add_column(
            sa.Column("origin", sa.String(32), nullable=False, server_default=sa.text("'committee'"))
        )
        candidates.add_column(sa.Column("consents", sa.Integer(), nullable=True))
        candidates.add_column(
            sa.Column("withdraws", sa.Boolean(), nullable=False, server_default=sa.text("0"))
        )
        candidates.add_column(sa.Column("let_go", sa.Boolean(), nullable=True))
        candidates.create_check_constraint(
            op.f("ck_candidates_origin"), "origin IN ('committee', 'floor', 'self')"
        )
        candidates.create_check_constraint(op.f("ck_candidates_counts"), "consents >= 0")


def _roll() -> None:
    op.create_table(
        "attendees",
        *_columns("attendees", congress_id="congresses", member_id="members"),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("official", sa.Boolean(), nullable=False),
        sa.Column("standing", sa.String(32), nullable=False),
        sa.Column("paper", sa.String(), nullable=True),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("presence", sa.String(32), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("accepted_by", sa.String(), nullable=True),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.CheckConstraint("number >= 1", name=op.f("ck_attendees_number")),
        sa.CheckConstraint(
            "presence IS NULL OR presence <> 'excused' OR (reason IS NOT NULL AND accepted_by IS NOT NULL)",
            name=op.f("ck_attendees_excused"),
        ),
        sa.CheckConstraint(_PRESENCE, name=op.f("ck_attendees_presence")),
        sa.UniqueConstraint("congress_id", "member_id", name=op.f("uq_attendees_congress_id_member_id")),
        sa.UniqueConstraint("congress_id", "number", name=op.f("uq_attendees_congress_id_number")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_attendees_member_id"), "attendees", ["member_id"])
    op.create_table(
        "vote_presences",
        *_columns("vote_presences", round_id="rounds", attendee_id="attendees"),
        sa.Column("presence", sa.String(32), nullable=False),
        sa.CheckConstraint(_PRESENCE, name=op.f("ck_vote_presences_presence")),
        sa.UniqueConstraint("round_id", "attendee_id", name=op.f("uq_vote_presences_round_id_attendee_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_vote_presences_attendee_id"), "vote_presences", ["attendee_id"])


def _decided() -> None:
    op.create_table(
        "hand_votes",
        *_columns("hand_votes", congress_id="congresses"),
        sa.Column("subject", sa.String(32), nullable=False),
        sa.Column("in_favour", sa.Integer(), nullable=False),
        sa.Column("against", sa.Integer(), nullable=False),
        sa.Column("abstained", sa.Integer(), nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=False),
        sa.Column("contest_id", KEY, nullable=True),
        sa.Column("round_id", KEY, nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.CheckConstraint(
            "in_favour >= 0 AND against >= 0 AND abstained >= 0", name=op.f("ck_hand_votes_counts")
        ),
        sa.CheckConstraint(
            "subject IN ('presidium', 'secretary', 'counting', 'programme', 'rules', 'seats', 'list',"
            " 'going_on', 'resolution')",
            name=op.f("ck_hand_votes_subject"),
        ),
        sa.ForeignKeyConstraint(["contest_id"], ["contests.id"], name=op.f("fk_hand_votes_contest_id")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_hand_votes_round_id")),
        sqlite_strict=True,
    )
    for column in ("congress_id", "contest_id", "round_id"):
        op.create_index(op.f(f"ix_hand_votes_{column}"), "hand_votes", [column])
    op.create_table(
        "plan_steps",
        *_columns("plan_steps", congress_id="congresses"),
        sa.Column("what", sa.String(32), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("number", sa.String(64), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.CheckConstraint("what <> 'returned' OR reason IS NOT NULL", name=op.f("ck_plan_steps_reason")),
        sa.CheckConstraint(
            "what IN ('submitted', 'returned', 'approved')", name=op.f("ck_plan_steps_planstepkind")
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_plan_steps_congress_id"), "plan_steps", ["congress_id"])
    op.create_table(
        "congress_texts",
        *_columns("congress_texts", congress_id="congresses"),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('programme', 'rules', 'standards', 'political_report', 'review_report', 'speech',"
            " 'discussion', 'tasks', 'guests')",
            name=op.f("ck_congress_texts_textkind"),
        ),
        sa.UniqueConstraint("congress_id", "kind", name=op.f("uq_congress_texts_congress_id_kind")),
        sqlite_strict=True,
    )
    op.create_table(
        "complaints",
        *_columns("complaints", congress_id="congresses"),
        sa.Column("raised_on", sa.Date(), nullable=False),
        sa.Column("raised_by", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("settlement", sa.String(), nullable=True),
        sa.CheckConstraint("settled_on >= raised_on", name=op.f("ck_complaints_days")),
        sa.CheckConstraint("(settled_on IS NULL) = (settlement IS NULL)", name=op.f("ck_complaints_settled")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_complaints_congress_id"), "complaints", ["congress_id"])


def _columns(table: str, **references: str) -> list[sa.schema.SchemaItem]:
    """Return a table's key, and its columns that name a row of another with what says so."""
    made: list[sa.schema.SchemaItem] = [
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]
    for column, other in references.items():
        made.append(sa.Column(column, KEY, nullable=False))
        made.append(sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}")))
    return made
