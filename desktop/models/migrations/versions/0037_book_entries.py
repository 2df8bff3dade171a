"""Adds the lines of books that follow from nothing else: cards, files, badges, rewards, resolutions."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "book_entries",
        sa.Column("id", KEY, nullable=False),
        sa.Column("book", sa.String(32), nullable=False),
        sa.Column("branch_id", KEY, nullable=False),
        sa.Column("happens_on", sa.Date(), nullable=False),
        sa.Column("member_id", KEY, nullable=True),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("party", sa.String(), nullable=True),
        sa.Column("number", sa.String(64), nullable=True),
        sa.Column("paper_on", sa.Date(), nullable=True),
        sa.Column("amount", sa.Integer(), nullable=True),
        sa.Column("out_of", sa.Integer(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("back_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint(
            "book IN ('cards_received', 'files_received', 'files_lent', 'badges', 'rewards', 'resolutions')",
            name=op.f("ck_book_entries_book"),
        ),
        sa.CheckConstraint(
            "until >= happens_on AND back_on >= happens_on", name=op.f("ck_book_entries_period")
        ),
        sa.CheckConstraint("amount >= 0 AND out_of >= 0", name=op.f("ck_book_entries_counts")),
        sa.ForeignKeyConstraint(["branch_id"], ["organisations.id"], name=op.f("fk_book_entries_branch_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_book_entries_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_book_entries")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_book_entries_branch_id"), "book_entries", ["branch_id"])
    op.create_index(op.f("ix_book_entries_member_id"), "book_entries", ["member_id"])
