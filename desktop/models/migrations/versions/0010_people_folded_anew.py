"""Folds people's names anew, so that ly and li meet, and indexes their first letters too."""

import sqlalchemy as sa
from alembic import op

from desktop.models.people_search import create_people_search, drop_people_search
from desktop.vietnamese.text import fold

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    connection = op.get_bind()
    people = sa.table("people", sa.column("id"), sa.column("name"), sa.column("folded"))
    drop_people_search(connection)
    named = connection.execute(sa.select(people.c.id, people.c.name)).all()
    changed = [{"key": key, "value": fold(name)} for key, name in named]
    if changed:
        connection.execute(
            sa.update(people).where(people.c.id == sa.bindparam("key")).values(folded=sa.bindparam("value")),
            changed,
        )
    create_people_search(connection)
