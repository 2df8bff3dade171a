"""Whom a list's rows the registers know already is told by name and birth together, whatever the name is."""

from __future__ import annotations

from typing import Any

from sqlalchemy import event

from desktop.models.store.session import reading
from desktop.services.office.workplace import Workplace
from desktop.services.people.known import known_people

ROWS = [
    {"name": "Hoàng Văn An", "birth": "1980-05-06", "identity": None},
    {"name": "Hoàng Văn An", "birth": "1991-01-02", "identity": None},
]


def test_namesakes_of_another_birth_are_not_read(office: Workplace) -> None:
    asked: list[tuple[str, Any]] = []

    def keep(_connection: Any, _cursor: Any, statement: str, values: Any, *_more: Any) -> None:
        asked.append((statement, values))

    with reading(office.database) as session:
        engine = session.get_bind()
        event.listen(engine, "before_cursor_execute", keep)
        try:
            assert known_people(session, 1, ROWS) == {}
        finally:
            event.remove(engine, "before_cursor_execute", keep)
        by_name = next(one for one in asked if "(people.folded, people.birth)" in one[0])
        plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {by_name[0]}", by_name[1])
        told = " ".join(row[3] for row in plan)
    assert "ix_people_folded_birth (folded=? AND birth=?)" in told
