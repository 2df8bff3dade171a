"""People are found by any part of their names, without marks, and the index follows every change."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, text

from desktop.models.people import Person
from desktop.models.people_search import people_named
from desktop.models.store.opened import Database
from desktop.models.store.session import reading, writing
from desktop.vietnamese.text import fold


def found(database: Database, query: str) -> list[str]:
    matching = people_named(query)
    assert matching is not None
    with reading(database) as session:
        return sorted(session.scalars(select(Person.name).where(Person.id.in_(matching))))


def add(database: Database, *names: str) -> None:
    with writing(database) as session:
        session.add_all(Person(name=name) for name in names)


def test_words_are_found_from_their_beginning_without_marks_in_any_order(database: Database) -> None:
    add(database, "Đặng Thị Ơn", "Lò Văn Đặng", "Hoàng Văn Sìn")
    assert found(database, "dang") == ["Lò Văn Đặng", "Đặng Thị Ơn"]
    assert found(database, "ơn ĐẶNG") == ["Đặng Thị Ơn"]
    assert found(database, "va") == ["Hoàng Văn Sìn", "Lò Văn Đặng"]
    assert found(database, "ang") == []


def test_signs_of_the_search_language_are_only_letters(database: Database) -> None:
    add(database, "Y-Blih Niê", "Lò Thị Near")
    assert found(database, "y-bl") == ["Y-Blih Niê"]
    assert found(database, 'near" OR "lo') == []
    assert found(database, "NEAR(lo") == ["Lò Thị Near"]


def test_an_empty_query_is_not_sent(database: Database) -> None:
    del database
    assert people_named("  ") is None
    assert people_named('"*-') is None


def test_a_changed_name_is_found_and_a_deleted_one_is_not(database: Database) -> None:
    add(database, "Phạm Thị Linh", "Chìu A Dũng")
    with writing(database) as session:
        session.scalars(
            select(Person).where(Person.folded == "pham thi linh")
        ).one().name = "Phạm Thị Lĩnh Hà"
        session.execute(delete(Person).where(Person.folded == "chiu a dung"))
    assert found(database, "ha") == ["Phạm Thị Lĩnh Hà"]
    assert found(database, "dung") == []
    with writing(database) as session:
        # Refused where the index and the table differ.
        session.execute(text("INSERT INTO people_search(people_search, rank) VALUES ('integrity-check', 1)"))


@given(st.text(alphabet="aăđềơựABĐ Ỷ'\"*-().:^+", max_size=12))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_query_is_an_error(database: Database, query: str) -> None:
    matching = people_named(query)
    if matching is None:
        assert not any(letter.isalnum() for letter in fold(query))
    else:
        found(database, query)
