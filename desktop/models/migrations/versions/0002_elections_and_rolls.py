"""Adds campaigns, elections and their rolls."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# A frozen roll stays as it was: being present is the only thing that changes, and late electors are added.
_FROZEN = (
    (
        "CREATE TRIGGER rolls_frozen_update BEFORE UPDATE ON rolls WHEN OLD.frozen_at IS NOT NULL"
        " AND (NEW.frozen_at IS NOT OLD.frozen_at OR NEW.frozen_lines IS NOT OLD.frozen_lines"
        " OR NEW.election_id <> OLD.election_id OR NEW.electorate_kind <> OLD.electorate_kind)"
        " BEGIN SELECT RAISE(ABORT, 'the roll is frozen'); END"
    ),
    (
        "CREATE TRIGGER rolls_frozen_delete BEFORE DELETE ON rolls WHEN OLD.frozen_at IS NOT NULL"
        " BEGIN SELECT RAISE(ABORT, 'the roll is frozen'); END"
    ),
    (
        "CREATE TRIGGER roll_entries_frozen_insert BEFORE INSERT ON roll_entries WHEN NEW.supplement = 0"
        " AND (SELECT frozen_at FROM rolls WHERE id = NEW.roll_id) IS NOT NULL"
        " BEGIN SELECT RAISE(ABORT, 'the roll is frozen'); END"
    ),
    (
        "CREATE TRIGGER roll_entries_frozen_update BEFORE UPDATE OF"
        " id, roll_id, number, household_id, person_id, representative, supplement, added_at, reason"
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
        "campaigns",
        sa.Column("id", KEY, nullable=False),
        sa.Column("code", sa.String(64), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("election_day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaigns")),
        sa.UniqueConstraint("code", name=op.f("uq_campaigns_code")),
        sqlite_strict=True,
    )
    op.create_table(
        "elections",
        sa.Column("id", KEY, nullable=False),
        sa.Column("code", sa.String(64), nullable=False),
        sa.Column("campaign_id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("statute", sa.String(64), nullable=False),
        sa.Column("statute_bytes", sa.LargeBinary(), nullable=True),
        sa.Column("statute_sha256", sa.String(64), nullable=True),
        sa.Column("term_from", sa.Date(), nullable=True),
        sa.Column("term_to", sa.Date(), nullable=True),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("venue", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_elections")),
        sa.UniqueConstraint(
            "campaign_id", "unit_id", "held_on", name=op.f("uq_elections_campaign_id_unit_id_held_on")
        ),
        sa.CheckConstraint(
            "(statute_bytes IS NULL) = (statute_sha256 IS NULL)", name=op.f("ck_elections_statute_frozen")
        ),
        sa.CheckConstraint("term_to > term_from", name=op.f("ck_elections_term")),
        sa.CheckConstraint("length(statute_sha256) = 64", name=op.f("ck_elections_statute_sha256_length")),
        sa.UniqueConstraint("code", name=op.f("uq_elections_code")),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_elections_campaign_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_elections_unit_id")),
        sa.CheckConstraint("kind IN ('regular', 'replacement')", name=op.f("ck_elections_electionkind")),
        sa.CheckConstraint(
            "state IN ('draft', 'listed', 'printed', 'meeting', 'counted_once', "
            "'different', 'agreed', 'finalised', 'recognised', 'to_hold_again')",
            name=op.f("ck_elections_electionstate"),
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_elections_held_on"), "elections", ["held_on"], unique=False)
    op.create_index(op.f("ix_elections_state"), "elections", ["state"], unique=False)
    op.create_index(op.f("ix_elections_unit_id"), "elections", ["unit_id"], unique=False)
    op.create_table(
        "contests",
        sa.Column("id", KEY, nullable=False),
        sa.Column("election_id", KEY, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contests")),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_contests_election_id")),
        sa.CheckConstraint(
            "kind IN ('hamlet_head', 'branch_congress')", name=op.f("ck_contests_contestkind")
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_contests_election_id"), "contests", ["election_id"], unique=False)
    op.create_table(
        "rounds",
        sa.Column("id", KEY, nullable=False),
        sa.Column("contest_id", KEY, nullable=False),
        sa.Column("parent_id", KEY, nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("vote", sa.String(32), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("ballot", sa.String(32), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rounds")),
        sa.UniqueConstraint("contest_id", "number", name=op.f("uq_rounds_contest_id_number")),
        sa.CheckConstraint("number >= 1 AND attempt >= 1 AND seats >= 1", name=op.f("ck_rounds_numbers")),
        sa.CheckConstraint("(vote = 'first') = (parent_id IS NULL)", name=op.f("ck_rounds_parent")),
        sa.ForeignKeyConstraint(["contest_id"], ["contests.id"], name=op.f("fk_rounds_contest_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["rounds.id"], name=op.f("fk_rounds_parent_id")),
        sa.CheckConstraint("vote IN ('first', 'again', 'run_off')", name=op.f("ck_rounds_vote")),
        sa.CheckConstraint("ballot IN ('strike', 'agree', 'hands')", name=op.f("ck_rounds_ballot")),
        sqlite_strict=True,
    )
    op.create_table(
        "candidates",
        sa.Column("id", KEY, nullable=False),
        sa.Column("contest_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("title", sa.String(32), nullable=False),
        sa.Column("printed_name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidates")),
        sa.UniqueConstraint("contest_id", "person_id", name=op.f("uq_candidates_contest_id_person_id")),
        sa.ForeignKeyConstraint(["contest_id"], ["contests.id"], name=op.f("fk_candidates_contest_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_candidates_person_id")),
        sa.CheckConstraint("title IN ('Ông', 'Bà')", name=op.f("ck_candidates_title")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_candidates_person_id"), "candidates", ["person_id"], unique=False)
    op.create_table(
        "candidacies",
        sa.Column("id", KEY, nullable=False),
        sa.Column("round_id", KEY, nullable=False),
        sa.Column("candidate_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidacies")),
        sa.UniqueConstraint("round_id", "candidate_id", name=op.f("uq_candidacies_round_id_candidate_id")),
        sa.UniqueConstraint("round_id", "position", name=op.f("uq_candidacies_round_id_position")),
        sa.CheckConstraint("position >= 1", name=op.f("ck_candidacies_position")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_candidacies_round_id")),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidates.id"], name=op.f("fk_candidacies_candidate_id")
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_candidacies_candidate_id"), "candidacies", ["candidate_id"], unique=False)
    op.create_table(
        "officials",
        sa.Column("id", KEY, nullable=False),
        sa.Column("election_id", KEY, nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("person_id", KEY, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officials")),
        sa.UniqueConstraint(
            "election_id", "role", "position", name=op.f("uq_officials_election_id_role_position")
        ),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_officials_election_id")),
        sa.CheckConstraint(
            "role IN ('team_head', 'team_member', 'counting_head', 'counting_member', 'witness')",
            name=op.f("ck_officials_officialrole"),
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_officials_person_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "rolls",
        sa.Column("id", KEY, nullable=False),
        sa.Column("election_id", KEY, nullable=False),
        sa.Column("electorate_kind", sa.String(32), nullable=False),
        sa.Column("frozen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("frozen_lines", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rolls")),
        sa.UniqueConstraint("election_id", name=op.f("uq_rolls_election_id")),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_rolls_election_id")),
        sa.CheckConstraint(
            "electorate_kind IN ('households', 'voters')", name=op.f("ck_rolls_electoratekind")
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "roll_entries",
        sa.Column("id", KEY, nullable=False),
        sa.Column("roll_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("household_id", KEY, nullable=True),
        sa.Column("person_id", KEY, nullable=True),
        sa.Column("representative", sa.String(), nullable=False),
        sa.Column("supplement", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("present", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roll_entries")),
        sa.UniqueConstraint("roll_id", "number", name=op.f("uq_roll_entries_roll_id_number")),
        sa.UniqueConstraint("roll_id", "household_id", name=op.f("uq_roll_entries_roll_id_household_id")),
        sa.UniqueConstraint("roll_id", "person_id", name=op.f("uq_roll_entries_roll_id_person_id")),
        sa.CheckConstraint("number >= 1 AND supplement >= 0", name=op.f("ck_roll_entries_numbers")),
        sa.CheckConstraint(
            "household_id IS NOT NULL OR person_id IS NOT NULL", name=op.f("ck_roll_entries_elector")
        ),
        sa.CheckConstraint(
            "supplement = 0 OR reason IS NOT NULL", name=op.f("ck_roll_entries_supplement_reason")
        ),
        sa.ForeignKeyConstraint(["roll_id"], ["rolls.id"], name=op.f("fk_roll_entries_roll_id")),
        sa.ForeignKeyConstraint(
            ["household_id"], ["households.id"], name=op.f("fk_roll_entries_household_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_roll_entries_person_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_roll_entries_household_id"), "roll_entries", ["household_id"], unique=False)
    op.create_index(op.f("ix_roll_entries_person_id"), "roll_entries", ["person_id"], unique=False)
    for guard in _FROZEN:
        op.execute(guard)
