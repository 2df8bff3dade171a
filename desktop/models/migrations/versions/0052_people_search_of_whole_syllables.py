"""Indexes the beginnings of people's names up to six letters, the length of the longest common syllable."""

from alembic import op

revision = "0052"
down_revision = "0051"
branch_labels = None
depends_on = None

# A beginning longer than the indexed ones is put together from every word that has it, at each key pressed;
# its triggers stand on people and stay.
_SEARCH = (
    "DROP TABLE people_search",
    (
        "CREATE VIRTUAL TABLE people_search"
        " USING fts5(folded, content='people', content_rowid='id', prefix='1 2 3 4 5 6')"
    ),
    "INSERT INTO people_search(people_search) VALUES ('rebuild')",
)


def upgrade() -> None:
    for statement in _SEARCH:
        op.execute(statement)
