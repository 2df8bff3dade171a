"""Adds what the record of a congress tells besides, and proposals to appoint somebody to a vacant post."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_STRICT = {"sqlite_strict": True}


def upgrade() -> None:
    for column in (
        sa.Column("sealed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("handed_over_hour", sa.Time(), nullable=True),
        sa.Column("delegates_to", sa.String(), nullable=True),
        sa.Column("delegates_term", sa.String(64), nullable=True),
    ):
        op.add_column("congresses", column)
    # Triggers of other tables name this one, so it isn't made anew: each check comes with its column.
    for name in ("speakers", "alternates"):
        op.execute(
            f"ALTER TABLE congresses ADD COLUMN {name} INTEGER"
            f" CONSTRAINT ck_congresses_{name} CHECK ({name} >= 0)"
        )
    with op.batch_alter_table("hand_votes", recreate="always", table_kwargs=_STRICT) as hands:
        hands.add_column(sa.Column("present", sa.Integer(), nullable=True))
        hands.add_column(sa.Column("raised_at", sa.DateTime(timezone=True), nullable=True))
        hands.create_check_constraint(
            op.f("ck_hand_votes_present"), "in_favour + against + abstained <= present"
        )
    with op.batch_alter_table("plan_steps", recreate="always", table_kwargs=_STRICT) as steps:
        steps.add_column(sa.Column("met_on", sa.Date(), nullable=True))
        steps.add_column(sa.Column("agreeing", sa.Integer(), nullable=True))
        steps.add_column(sa.Column("present", sa.Integer(), nullable=True))
        steps.create_check_constraint(op.f("ck_plan_steps_agreeing"), "agreeing BETWEEN 0 AND present")
    with op.batch_alter_table("congress_texts", recreate="always", table_kwargs=_STRICT) as texts:
        texts.drop_constraint(op.f("ck_congress_texts_textkind"), type_="check")
        texts.create_check_constraint(
            op.f("ck_congress_texts_textkind"),
            "kind IN ('bases', 'preparation', 'programme', 'rules', 'standards', 'political_report',"
            " 'review_report', 'speech', 'discussion', 'tasks', 'guests', 'handed_over', 'unfinished')",
        )
    op.create_table(
        "paper_numbers",
        sa.Column("id", KEY, nullable=False),
        sa.Column("congress_id", KEY, nullable=False),
        sa.Column("form", sa.String(64), nullable=False),
        sa.Column("number", sa.String(64), nullable=True),
        sa.Column("dated_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["congress_id"], ["congresses.id"], name=op.f("fk_paper_numbers_congress_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_numbers")),
        sa.UniqueConstraint("congress_id", "form", name=op.f("uq_paper_numbers_congress_id_form")),
        sqlite_strict=True,
    )
    op.create_table(
        "proposals",
        sa.Column("id", KEY, nullable=False),
        sa.Column("branch_id", KEY, nullable=False),
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("post", sa.String(32), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("met_on", sa.Date(), nullable=False),
        sa.Column("members", sa.Integer(), nullable=False),
        sa.Column("present", sa.Integer(), nullable=False),
        sa.Column("issued", sa.Integer(), nullable=True),
        sa.Column("returned", sa.Integer(), nullable=True),
        sa.Column("valid", sa.Integer(), nullable=True),
        sa.Column("votes", sa.Integer(), nullable=True),
        sa.Column("number", sa.String(64), nullable=True),
        sa.Column("dated_on", sa.Date(), nullable=True),
        sa.Column("congress_id", KEY, nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("decision_number", sa.String(64), nullable=True),
        sa.CheckConstraint(
            "post IN ('secretary', 'deputy_secretary', 'committee_member')", name=op.f("ck_proposals_post")
        ),
        sa.CheckConstraint(
            "present BETWEEN 0 AND members AND issued BETWEEN 0 AND present AND returned BETWEEN 0 AND issued"
            " AND valid BETWEEN 0 AND returned AND votes BETWEEN 0 AND valid",
            name=op.f("ck_proposals_counts"),
        ),
        sa.CheckConstraint(
            "(decided_on IS NULL) = (decision_number IS NULL)", name=op.f("ck_proposals_decided")
        ),
        sa.ForeignKeyConstraint(["branch_id"], ["organisations.id"], name=op.f("fk_proposals_branch_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_proposals_member_id")),
        sa.ForeignKeyConstraint(["congress_id"], ["congresses.id"], name=op.f("fk_proposals_congress_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
        sqlite_strict=True,
    )
    for name in ("branch_id", "member_id", "congress_id"):
        op.create_index(op.f(f"ix_proposals_{name}"), "proposals", [name])
