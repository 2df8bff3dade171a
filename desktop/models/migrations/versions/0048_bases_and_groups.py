"""Adds the register of legal bases, working groups with what is approved of units, and works registered."""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "legal_bases",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("number", sa.String(64), nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("level", sa.String(32), nullable=False),
        sa.Column("scope", sa.String(32), nullable=False),
        sa.Column("for_heads", sa.Boolean(), nullable=False),
        sa.Column("for_mid_term", sa.Boolean(), nullable=False),
        sa.Column("for_congress", sa.Boolean(), nullable=False),
        sa.Column("holds_from", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("position >= 0", name=op.f("ck_legal_bases_counts")),
        sa.CheckConstraint("for_heads OR for_mid_term OR for_congress", name=op.f("ck_legal_bases_subject")),
        sa.CheckConstraint("ends_on >= dated AND ends_on >= holds_from", name=op.f("ck_legal_bases_period")),
        sa.CheckConstraint(
            "kind IN ('law', 'ordinance', 'decree', 'circular', 'charter', 'resolution', 'directive',"
            " 'conclusion', 'decision', 'regulation', 'rules', 'guidance', 'plan', 'scheme',"
            " 'announcement', 'brief_notice', 'dispatch')",
            name=op.f("ck_legal_bases_documentkind"),
        ),
        sa.CheckConstraint(
            "level IN ('central', 'province', 'district', 'commune')",
            name=op.f("ck_legal_bases_issuerlevel"),
        ),
        sa.CheckConstraint("scope IN ('state', 'party', 'both')", name=op.f("ck_legal_bases_basisscope")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_bases")),
        sa.UniqueConstraint("number", "dated", "issuer", name=op.f("uq_legal_bases_number_dated_issuer")),
        sqlite_strict=True,
    )
    op.create_table(
        "working_groups",
        sa.Column("id", KEY, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("task", sa.String(), nullable=True),
        sa.Column("paper_number", sa.String(64), nullable=True),
        sa.Column("paper_on", sa.Date(), nullable=True),
        sa.CheckConstraint("year BETWEEN 1930 AND 2999", name=op.f("ck_working_groups_year")),
        sa.CheckConstraint(
            "kind IN ('subcommittee', 'working_group', 'helpers')",
            name=op.f("ck_working_groups_groupkind"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_working_groups")),
        sa.UniqueConstraint("year", "name", name=op.f("uq_working_groups_year_name")),
        sqlite_strict=True,
    )
    op.create_table(
        "group_members",
        sa.Column("id", KEY, nullable=False),
        sa.Column("group_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("person_id", KEY, nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["working_groups.id"], name=op.f("fk_group_members_group_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_group_members_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_members")),
        sa.UniqueConstraint("group_id", "position", name=op.f("uq_group_members_group_id_position")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_group_members_person_id"), "group_members", ["person_id"])
    op.create_table(
        "group_units",
        sa.Column("id", KEY, nullable=False),
        sa.Column("group_id", KEY, nullable=False),
        *_unit(),
        sa.CheckConstraint("(branch_id IS NULL) <> (unit_id IS NULL)", name=op.f("ck_group_units_unit")),
        sa.ForeignKeyConstraint(["group_id"], ["working_groups.id"], name=op.f("fk_group_units_group_id")),
        *_keys("group_units"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_units")),
        sa.UniqueConstraint("group_id", "branch_id", name=op.f("uq_group_units_group_id_branch_id")),
        sa.UniqueConstraint("group_id", "unit_id", name=op.f("uq_group_units_group_id_unit_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "unit_approvals",
        sa.Column("id", KEY, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        *_unit(),
        sa.Column("what", sa.String(32), nullable=False),
        sa.Column("outcome", sa.String(32), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("number", sa.String(64), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.CheckConstraint("(branch_id IS NULL) <> (unit_id IS NULL)", name=op.f("ck_unit_approvals_unit")),
        sa.CheckConstraint(
            "outcome <> 'returned' OR reason IS NOT NULL", name=op.f("ck_unit_approvals_reason")
        ),
        sa.CheckConstraint("year BETWEEN 1930 AND 2999", name=op.f("ck_unit_approvals_year")),
        sa.CheckConstraint("what IN ('report', 'personnel')", name=op.f("ck_unit_approvals_approved")),
        sa.CheckConstraint(
            "outcome IN ('approved', 'returned')", name=op.f("ck_unit_approvals_approvaloutcome")
        ),
        *_keys("unit_approvals"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit_approvals")),
        sqlite_strict=True,
    )
    op.create_table(
        "congress_works",
        sa.Column("id", KEY, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        *_unit(),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint("branch_id IS NULL OR unit_id IS NULL", name=op.f("ck_congress_works_unit")),
        sa.CheckConstraint("year BETWEEN 1930 AND 2999", name=op.f("ck_congress_works_year")),
        *_keys("congress_works"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_congress_works")),
        sqlite_strict=True,
    )
    for table in ("group_units", "unit_approvals", "congress_works"):
        for column in ("branch_id", "unit_id"):
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _unit() -> tuple[sa.Column[int], ...]:
    return tuple(sa.Column(name, KEY, nullable=True) for name in ("branch_id", "unit_id"))


def _keys(table: str) -> tuple[sa.ForeignKeyConstraint, ...]:
    return (
        sa.ForeignKeyConstraint(["branch_id"], ["organisations.id"], name=op.f(f"fk_{table}_branch_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f(f"fk_{table}_unit_id")),
    )
