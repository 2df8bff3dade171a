"""Who headed a hamlet by its facts becomes a post: of a person where one is known, with what was stated."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from desktop.models.store.engine import encrypted_engine, writer
from tests.models.revisions import bring_to

BEFORE = r"""
INSERT INTO units (id, code, level, kind, name, ends_on) VALUES
  (1, '1', 'commune', 'Xã', 'Mẫu', NULL), (2, '1-T01', 'hamlet', 'Thôn', 'Một', NULL),
  (3, '1-T02', 'hamlet', 'Thôn', 'Hai', NULL), (4, '1-T03', 'hamlet', 'Thôn', 'Ba', '2024-10-31');
INSERT INTO people (id, name, folded, sort_key) VALUES
  (1, 'Lò Thị Ơn', 'lo thi on', x'01'), (2, 'Lò Văn Tư', 'lo van tu', x'02'),
  (3, 'Lò Văn Tư', 'lo van tu', x'03'), (4, 'Vi Văn Ất', 'vi van at', x'04');
INSERT INTO households (hamlet_id, head_id) VALUES (2, 1), (3, 2), (3, 3), (3, 4);
INSERT INTO hamlet_facts (id, unit_id, head, head_is_member) VALUES
  (1, 2, 'Lò Thị Ơn', 1), (2, 3, 'Lò Văn Tư', NULL), (3, 4, NULL, 0);
UPDATE hamlet_facts SET provisional_head = 'Vi Văn Ất', provisional_why = 'vacant',
  provisional_number = '115/QĐ-UBND', provisional_from = '2024-09-01', provisional_until = '2025-03-01'
  WHERE id = 2;
INSERT INTO import_batches
  (id, kind, file_name, sha256, made_at, new, changed, same, doubtful, refused) VALUES
  (1, 'hamlets', 'thon.xlsx', '{digest}', '2024-01-01', 3, 0, 0, 0, 0),
  (2, 'hamlet.end', 'Thôn Ba', '{digest}', '2024-01-02', 0, 0, 0, 0, 0);
INSERT INTO import_rows (batch_id, record_kind, record_id, change, before) VALUES
  (1, 'HamletFacts', 1, 'new', NULL), (2, 'Unit', 4, 'changed', '{{"ends_on"\: null}}');
INSERT INTO campaigns (id, code, contest_kind, name, election_day) VALUES
  (1, 'c', 'hamlet_head', 'Đợt', '2024-12-08');
INSERT INTO elections
  (id, code, campaign_id, unit_id, contest_kind, held_on, term_to, occasion, statute) VALUES
  (1, 'e', 1, 3, 'hamlet_head', '2024-12-08', '2027-06-08', 'regular', 'nd59-2023');
INSERT INTO contests (id, election_id, kind, post) VALUES (1, 1, 'hamlet_head', 'Trưởng thôn');
INSERT INTO candidates (id, contest_id, person_id, printed_name) VALUES (1, 1, 4, 'Vi Văn Ất');
INSERT INTO decisions (id, election_id, body, number, decided_on, result, recorded_at) VALUES
  (1, 1, 'peoples_committee', '112/QĐ-UBND', '2024-12-12', 'recognised', '2024-12-12');
INSERT INTO decided_people (decision_id, candidate_id, accepted) VALUES (1, 1, 1)
""".format(digest="a" * 64)
SHOWN = """
SELECT unit_id, coalesce(person_id, name), way, starts_on, ends_on, paper_number, states_member, source
FROM posts ORDER BY id
"""


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = encrypted_engine(tmp_path / "office.db", b"k" * 32)
    yield made
    made.dispose()


def test_the_heads_of_a_hamlets_facts_become_posts(engine: Engine) -> None:
    bring_to(engine, "0030")
    with writer(engine).begin() as connection:
        for statement in BEFORE.split(";\n"):
            connection.execute(text(statement))
    bring_to(engine, "0031")
    with engine.connect() as connection:
        posts = [tuple(row) for row in connection.execute(text(SHOWN))]
        rows = connection.execute(
            text("SELECT batch_id, record_id, change FROM import_rows WHERE record_kind = 'Post' ORDER BY 1")
        )
        remembered = [tuple(row) for row in rows]
        columns = set(connection.scalars(text("SELECT name FROM pragma_table_info('hamlet_facts')")))
    assert posts == [
        (2, 1, None, None, None, None, 1, "thon.xlsx"),
        # Two households are headed by people of that name: nobody guesses which.
        (3, "Lò Văn Tư", None, None, "2024-12-11", None, None, None),
        (3, 4, "provisional", "2024-09-01", "2024-12-11", "115/QĐ-UBND", None, None),
        (4, None, None, None, "2024-10-31", None, 0, None),
        (3, 4, "elected", "2024-12-12", None, "112/QĐ-UBND", None, None),
    ]
    assert remembered == [(1, 1, "new"), (2, 4, "changed")]
    assert not columns & {"head", "head_is_member", "provisional_head", "provisional_until"}
