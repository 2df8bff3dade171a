"""Adds who represents a household, all voters as electorate, and the posting of a roll with what follows it.

Those who stand on a frozen roll stay on it with what they represent a household by.
"""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# The table is made anew, and its triggers go with the old one.
_FROZEN = (
    (
        "CREATE TRIGGER roll_entries_frozen_insert BEFORE INSERT ON roll_entries WHEN NEW.supplement = 0"
        " AND (SELECT frozen_at FROM rolls WHERE id = NEW.roll_id) IS NOT NULL"
        " BEGIN SELECT RAISE(ABORT, 'the roll is frozen'); END"
    ),
    (
        "CREATE TRIGGER roll_entries_frozen_update BEFORE UPDATE OF"
        " id, roll_id, number, household_id, person_id, representative, representing_id, authority,"
        " supplement, added_at, reason"
        " ON roll_entries WHEN (SELECT frozen_at FROM rolls WHERE id = OLD.roll_id) IS NOT NULL"
        " BEGIN SELECT RAISE(ABORT, 'the roll is frozen'); END"
    ),
    (
        "CREATE TRIGGER roll_entries_frozen_delete BEFORE DELETE ON roll_entries"
        " WHEN (SELECT frozen_at FROM rolls WHERE id = OLD.roll_id) IS NOT NULL"
        " BEGIN SELECT RAISE(ABORT, 'the roll is frozen'); END"
    ),
)


def upgrade() -> None:
    op.create_table(
        "representatives",
        sa.Column("id", KEY, nullable=False),
        sa.Column("household_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("authority", sa.String(32), nullable=False),
        sa.Column("paper_number", sa.String(64), nullable=True),
        sa.Column("paper_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "authority IN ('head', 'member', 'authorised')", name=op.f("ck_representatives_authority")
        ),
        sa.CheckConstraint("authority <> 'head'", name=op.f("ck_representatives_not_head")),
        sa.ForeignKeyConstraint(
            ["household_id"], ["households.id"], name=op.f("fk_representatives_household_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_representatives_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_representatives")),
        sa.UniqueConstraint("household_id", name=op.f("uq_representatives_household_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_representatives_person_id"), "representatives", ["person_id"])
    op.add_column("elections", sa.Column("voters_from_age", sa.Integer(), nullable=True))
    op.add_column("elections", sa.Column("roll_posted_until", sa.Date(), nullable=True))
    op.add_column("elections", sa.Column("roll_posted_at", sa.String(), nullable=True))
    op.add_column("elections", sa.Column("roll_posted_lines", sa.LargeBinary(), nullable=True))
    _entries()
    op.create_table(
        "roll_explanations",
        sa.Column("id", KEY, nullable=False),
        sa.Column("election_id", KEY, nullable=False),
        sa.Column("difference", sa.String(64), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("explained_by", sa.String(), nullable=False),
        sa.Column("explained_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["election_id"], ["elections.id"], name=op.f("fk_roll_explanations_election_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roll_explanations")),
        sa.UniqueConstraint(
            "election_id", "difference", name=op.f("uq_roll_explanations_election_id_difference")
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "roll_objections",
        sa.Column("id", KEY, nullable=False),
        sa.Column("election_id", KEY, nullable=False),
        sa.Column("raised_by", sa.String(), nullable=False),
        sa.Column("raised_on", sa.Date(), nullable=False),
        sa.Column("about", sa.String(), nullable=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("accepted", sa.Boolean(), nullable=True),
        sa.Column("settlement", sa.String(), nullable=True),
        sa.CheckConstraint("settled_on >= raised_on", name=op.f("ck_roll_objections_days")),
        sa.CheckConstraint(
            "(settled_on IS NULL) = (accepted IS NULL)", name=op.f("ck_roll_objections_settled")
        ),
        sa.CheckConstraint(
            "(settled_on IS NULL) = (settlement IS NULL)", name=op.f("ck_roll_objections_settlement")
        ),
        sa.ForeignKeyConstraint(
            ["election_id"], ["elections.id"], name=op.f("fk_roll_objections_election_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roll_objections")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_roll_objections_election_id"), "roll_objections", ["election_id"])


def _entries() -> None:
    with op.batch_alter_table(
        "roll_entries", recreate="always", table_kwargs={"sqlite_strict": True}
    ) as entries:
        entries.add_column(sa.Column("representing_id", KEY, nullable=True))
        entries.add_column(sa.Column("authority", sa.String(32), nullable=True))
        entries.create_foreign_key(
            op.f("fk_roll_entries_representing_id"), "people", ["representing_id"], ["id"]
        )
        entries.create_check_constraint(
            op.f("ck_roll_entries_authority"), "authority IN ('head', 'member', 'authorised')"
        )
        entries.create_index(op.f("ix_roll_entries_representing_id"), ["representing_id"])
    for trigger in _FROZEN:
        op.execute(trigger)
