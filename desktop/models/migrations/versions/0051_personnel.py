"""Adds reviews of who sits, reserves, issues raised before the vote, and links of told heads to members."""

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _key(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"))


def upgrade() -> None:
    op.create_table(
        "incumbent_reviews",
        sa.Column("id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=True),
        sa.Column("organisation_id", KEY, nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(32), nullable=False),
        sa.Column("reviewed_on", sa.Date(), nullable=False),
        sa.Column("reviewer", sa.String(), nullable=False),
        sa.Column("assessment", sa.String(), nullable=True),
        sa.CheckConstraint(
            "(unit_id IS NULL) <> (organisation_id IS NULL)", name=op.f("ck_incumbent_reviews_place")
        ),
        sa.CheckConstraint("reviewer <> ''", name=op.f("ck_incumbent_reviews_reviewer")),
        sa.CheckConstraint(
            "outcome IN ('stands_again', 'replaced', 'new_source')",
            name=op.f("ck_incumbent_reviews_reviewoutcome"),
        ),
        _key("incumbent_reviews", "unit_id", "units"),
        _key("incumbent_reviews", "organisation_id", "organisations"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incumbent_reviews")),
        sa.UniqueConstraint(
            "unit_id", "name", "reviewed_on", name=op.f("uq_incumbent_reviews_unit_id_name_reviewed_on")
        ),
        sa.UniqueConstraint(
            "organisation_id",
            "name",
            "reviewed_on",
            name=op.f("uq_incumbent_reviews_organisation_id_name_reviewed_on"),
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "reserve_people",
        sa.Column("id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("post", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("person_id", KEY, nullable=True),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint("position >= 1", name=op.f("ck_reserve_people_position")),
        sa.CheckConstraint("(person_id IS NULL) <> (name IS NULL)", name=op.f("ck_reserve_people_holder")),
        sa.CheckConstraint("post IN ('head', 'secretary')", name=op.f("ck_reserve_people_reviewedpost")),
        _key("reserve_people", "unit_id", "units"),
        _key("reserve_people", "person_id", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reserve_people")),
        sqlite_strict=True,
    )
    op.create_table(
        "raised_issues",
        sa.Column("id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("raised_on", sa.Date(), nullable=False),
        sa.Column("raised_by", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("how", sa.String(), nullable=True),
        sa.CheckConstraint("(settled_on IS NULL) = (how IS NULL)", name=op.f("ck_raised_issues_settled")),
        sa.CheckConstraint("settled_on >= raised_on", name=op.f("ck_raised_issues_days")),
        sa.CheckConstraint("what <> '' AND raised_by <> ''", name=op.f("ck_raised_issues_said")),
        _key("raised_issues", "unit_id", "units"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_raised_issues")),
        sqlite_strict=True,
    )
    op.create_table(
        "head_links",
        sa.Column("id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("election", sa.String(64), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("born", sa.Integer(), nullable=True),
        sa.Column("linked_on", sa.Date(), nullable=False),
        sa.Column("member_id", KEY, nullable=True),
        _key("head_links", "unit_id", "units"),
        _key("head_links", "member_id", "members"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_head_links")),
        sa.UniqueConstraint("election", "name", "born", name=op.f("uq_head_links_election_name_born")),
        sqlite_strict=True,
    )
    for table, column in (
        ("reserve_people", "unit_id"),
        ("reserve_people", "person_id"),
        ("raised_issues", "unit_id"),
        ("head_links", "unit_id"),
        ("head_links", "member_id"),
    ):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
