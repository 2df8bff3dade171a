"""Adds the columns of the members' register, how each came and left, contacts at home, reconciliations."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TEXTS = (
    "birth_name",
    "religion",
    "schooling",
    "qualification",
    "languages",
    "occupation",
    "occupation_before",
    "badge",
    "service",
)
_STRICT = {"sqlite_strict": True}


def upgrade() -> None:
    with op.batch_alter_table("members", recreate="always", table_kwargs=_STRICT) as members:
        members.add_column(sa.Column("proposed_on", sa.Date(), nullable=True))
        members.add_column(sa.Column("list_number", sa.Integer(), nullable=True))
        for name in _TEXTS:
            members.add_column(sa.Column(name, sa.String(), nullable=True))
        members.add_column(sa.Column("theory", sa.String(32), nullable=True))
        members.add_column(sa.Column("card_on", sa.Date(), nullable=True))
        members.add_column(sa.Column("curriculum", sa.String(32), nullable=True))
        members.create_check_constraint(op.f("ck_members_list_number"), "list_number >= 1")
        members.create_check_constraint(
            op.f("ck_members_theorylevel"),
            "theory IN ('none', 'elementary', 'middle', 'advanced', 'bachelor')",
        )
    with op.batch_alter_table("memberships", recreate="always", table_kwargs=_STRICT) as memberships:
        memberships.add_column(sa.Column("beginning", sa.String(32), nullable=True))
        memberships.add_column(sa.Column("origin", sa.String(), nullable=True))
        memberships.add_column(sa.Column("entry_number", sa.String(64), nullable=True))
        memberships.add_column(sa.Column("entry_on", sa.Date(), nullable=True))
        memberships.add_column(sa.Column("ending", sa.String(32), nullable=True))
        memberships.add_column(sa.Column("arrived_on", sa.Date(), nullable=True))
        memberships.create_check_constraint(
            op.f("ck_memberships_beginning"), "beginning IN ('admitted', 'moved_in', 'within')"
        )
        memberships.create_check_constraint(
            op.f("ck_memberships_ending"),
            "ending IN ('moved', 'within', 'died', 'struck_off', 'expelled', 'resigned')",
        )
    # Until now there was one way to leave: a move.
    op.execute("UPDATE memberships SET ending = 'moved' WHERE destination IS NOT NULL")
    op.add_column("standings", sa.Column("study", sa.Boolean(), nullable=False, server_default=sa.text("0")))
    op.create_table(
        "home_contacts",
        sa.Column("id", KEY, nullable=False),
        sa.Column("branch_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("workplace", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("paper_number", sa.String(64), nullable=True),
        sa.Column("paper_on", sa.Date(), nullable=True),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_home_contacts_period")),
        sa.ForeignKeyConstraint(["branch_id"], ["organisations.id"], name=op.f("fk_home_contacts_branch_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_home_contacts_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_home_contacts")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_home_contacts_branch_id"), "home_contacts", ["branch_id"])
    op.create_index(op.f("ix_home_contacts_person_id"), "home_contacts", ["person_id"])
    op.create_table(
        "reconciliations",
        sa.Column("id", KEY, nullable=False),
        sa.Column("branch_id", KEY, nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("done_by", sa.String(), nullable=False),
        sa.Column("listed", sa.Integer(), nullable=False),
        sa.Column("files", sa.Integer(), nullable=False),
        sa.Column("differences", sa.String(), nullable=True),
        sa.CheckConstraint("listed >= 0 AND files >= 0", name=op.f("ck_reconciliations_counts")),
        sa.ForeignKeyConstraint(
            ["branch_id"], ["organisations.id"], name=op.f("fk_reconciliations_branch_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reconciliations")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_reconciliations_branch_id"), "reconciliations", ["branch_id"])
