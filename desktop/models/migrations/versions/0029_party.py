"""Adds Party organisations, the hamlets of branches, members, their branches and their standings."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0027"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_SHAPES = " OR ".join("{0} LIKE '" + shape + "'" for shape in ("____", "____-__", "____-__-__"))


def upgrade() -> None:
    op.create_table(
        "organisations",
        sa.Column("id", KEY, nullable=False),
        sa.Column("code", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("parent_id", KEY, nullable=True),
        sa.CheckConstraint(
            "kind IN ('committee', 'residential', 'office', 'public_unit', 'school', 'armed_force', "
            "'enterprise')",
            name=op.f("ck_organisations_organisationkind"),
        ),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_organisations_period")),
        sa.CheckConstraint("parent_id <> id", name=op.f("ck_organisations_parent")),
        sa.ForeignKeyConstraint(["parent_id"], ["organisations.id"], name=op.f("fk_organisations_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisations")),
        sa.UniqueConstraint("code", name=op.f("uq_organisations_code")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_organisations_parent_id"), "organisations", ["parent_id"])
    op.create_table(
        "branch_hamlets",
        sa.Column("id", KEY, nullable=False),
        sa.Column("branch_id", KEY, nullable=False),
        sa.Column("hamlet_id", KEY, nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_branch_hamlets_period")),
        sa.ForeignKeyConstraint(
            ["branch_id"], ["organisations.id"], name=op.f("fk_branch_hamlets_branch_id")
        ),
        sa.ForeignKeyConstraint(["hamlet_id"], ["units.id"], name=op.f("fk_branch_hamlets_hamlet_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_branch_hamlets")),
        sa.UniqueConstraint("branch_id", "hamlet_id", name=op.f("uq_branch_hamlets_branch_id_hamlet_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_branch_hamlets_hamlet_id"), "branch_hamlets", ["hamlet_id"])
    op.create_table(
        "members",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("admitted", sa.String(10), nullable=True),
        sa.Column("official", sa.String(10), nullable=True),
        sa.Column("card", sa.String(32), nullable=True),
        sa.Column("home", sa.String(), nullable=True),
        sa.Column("post", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint(_SHAPES.format("admitted"), name=op.f("ck_members_admitted_partial_date")),
        sa.CheckConstraint(_SHAPES.format("official"), name=op.f("ck_members_official_partial_date")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_members_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_members")),
        sa.UniqueConstraint("person_id", name=op.f("uq_members_person_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_members_card"), "members", ["card"])
    op.create_table(
        "memberships",
        sa.Column("id", KEY, nullable=False),
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("branch_id", KEY, nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("destination", sa.String(), nullable=True),
        sa.Column("paper_number", sa.String(64), nullable=True),
        sa.Column("paper_on", sa.Date(), nullable=True),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_memberships_period")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_memberships_member_id")),
        sa.ForeignKeyConstraint(["branch_id"], ["organisations.id"], name=op.f("fk_memberships_branch_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memberships")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_memberships_member_id"), "memberships", ["member_id"])
    op.create_index(op.f("ix_memberships_branch_id"), "memberships", ["branch_id"])
    op.create_table(
        "standings",
        sa.Column("id", KEY, nullable=False),
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("paper_number", sa.String(64), nullable=True),
        sa.Column("paper_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('exempt', 'elsewhere', 'here', 'suspended', 'charged')",
            name=op.f("ck_standings_standingkind"),
        ),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_standings_period")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_standings_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standings")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_standings_member_id"), "standings", ["member_id"])
