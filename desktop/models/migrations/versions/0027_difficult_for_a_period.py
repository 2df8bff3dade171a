"""Says from which day to which a hamlet is on the list of especially difficult ones."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("especially_difficult_from", "especially_difficult_until"):
        op.add_column("hamlet_facts", sa.Column(name, sa.Date(), nullable=True))
