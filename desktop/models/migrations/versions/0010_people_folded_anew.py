"""Folds people's names anew, so that ly and li meet, and indexes their first letters too."""

import re
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

# The index is made anew, with the prefixes of one letter too.
_DROPPED = (
    "DROP TRIGGER people_search_insert",
    "DROP TRIGGER people_search_delete",
    "DROP TRIGGER people_search_update",
    "DROP TABLE people_search",
)
_SEARCH = (
    (
        "CREATE VIRTUAL TABLE people_search"
        " USING fts5(folded, content='people', content_rowid='id', prefix='1 2 3')"
    ),
    (
        "CREATE TRIGGER people_search_insert AFTER INSERT ON people BEGIN"
        " INSERT INTO people_search(rowid, folded) VALUES (NEW.id, NEW.folded); END"
    ),
    (
        "CREATE TRIGGER people_search_delete AFTER DELETE ON people BEGIN"
        " INSERT INTO people_search(people_search, rowid, folded) VALUES ('delete', OLD.id, OLD.folded); END"
    ),
    (
        "CREATE TRIGGER people_search_update AFTER UPDATE OF folded ON people BEGIN"
        " INSERT INTO people_search(people_search, rowid, folded) VALUES ('delete', OLD.id, OLD.folded);"
        " INSERT INTO people_search(rowid, folded) VALUES (NEW.id, NEW.folded); END"
    ),
    "INSERT INTO people_search(people_search) VALUES ('rebuild')",
)
_PEOPLE = sa.table("people", sa.column("id"), sa.column("name"), sa.column("folded"))

# Characters without width, left behind by web pages and word processors.
_ZERO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
# A vowel y alone after its onset is written i as well; never in "uy" or "ay".
_OPEN_Y = re.compile(r"(?<![^\W\d_])((?:[bcdghklmnpqrstvxđ]|ch|kh|nh|ph|qu|th|tr))y(?![^\W\d_])")


def upgrade() -> None:
    connection = op.get_bind()
    for statement in _DROPPED:
        op.execute(statement)
    named = connection.execute(sa.select(_PEOPLE.c.id, _PEOPLE.c.name)).all()
    changed = [{"key": key, "value": _folded(name)} for key, name in named]
    if changed:
        same = _PEOPLE.c.id == sa.bindparam("key")
        connection.execute(sa.update(_PEOPLE).where(same).values(folded=sa.bindparam("value")), changed)
    for statement in _SEARCH:
        op.execute(statement)


def _folded(name: str) -> str:
    """Return a name in small letters, without marks, đ as d, and an open y as i: as at this revision."""
    tidy = " ".join(_ZERO_WIDTH.sub("", unicodedata.normalize("NFC", name)).split())
    letters = unicodedata.normalize("NFD", tidy.lower().replace("đ", "d"))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _OPEN_Y.sub(r"\1i", plain)
