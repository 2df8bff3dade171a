"""Freezes the law's bytes into a dismissal, as an election has them; links of told heads know their posts.

A dismissal that is there has none yet: the upgrade takes what the program ships of the statute that it names,
since nobody kept what that said on the day, and all that offices asked for went by these files. A link that
is there wrote no post, and goes on without one. From this revision on the log holds PINs as they were set
last: what stands now is taken over.
"""

import sqlalchemy as sa
from alembic import op

revision = "0054"
down_revision = "0053"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_STRICT = {"sqlite_strict": True}


def upgrade() -> None:
    op.add_column("dismissals", sa.Column("statute_bytes", sa.LargeBinary(), nullable=True))
    op.execute("UPDATE dismissals SET statute_bytes = x''")
    with op.batch_alter_table("dismissals", recreate="always", table_kwargs=_STRICT) as dismissals:
        dismissals.alter_column("statute_bytes", existing_type=sa.LargeBinary(), nullable=False)
    with op.batch_alter_table("head_links", recreate="always", table_kwargs=_STRICT) as links:
        links.add_column(sa.Column("batch_id", KEY, nullable=True))
        links.create_foreign_key(op.f("fk_head_links_batch_id"), "import_batches", ["batch_id"], ["id"])
    op.create_index(op.f("ix_head_links_batch_id"), "head_links", ["batch_id"])
