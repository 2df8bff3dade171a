from __future__ import annotations

import hashlib
from typing import Any

import pytest
from sqlalchemy import func, select

from desktop.errors import RequestRefused
from desktop.models.people import Household, ImportBatch, Person
from desktop.models.store.session import reading
from desktop.services.lists.batches import Import
from desktop.services.office.workplace import Workplace
from tests.offices.commune import OTHER_HAMLET, row, rows, store, traces

NUMBER = "022099009999"


def told(found: Import) -> tuple[int, int, int, int]:
    return found.new, found.changed, found.same, found.doubtful


def person(office: Workplace, name: str) -> list[tuple[str, str | None, str | None]]:
    with reading(office.database) as session:
        people = session.scalars(select(Person).where(Person.name == name).order_by(Person.id))
        return [(one.name, one.birth.iso() if one.birth else None, one.identity) for one in people]


def total(office: Workplace, table: Any) -> int:
    with reading(office.database) as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_the_same_list_again_changes_nothing_but_the_book_of_imports(office: Workplace) -> None:
    people, households = total(office, Person), total(office, Household)
    assert told(store(office, rows())) == (0, 0, 12, 0)
    assert (total(office, Person), total(office, Household)) == (people, households) == (12, 12)


def test_an_identity_number_learnt_later_belongs_to_the_person_known_by_name_and_birth(
    office: Workplace,
) -> None:
    assert told(store(office, [row("Vàng A Páo", birth="1985-04-01")])) == (1, 0, 0, 0)
    assert told(store(office, [row("Vàng A Páo", birth="1985-04-01", identity=NUMBER)])) == (0, 1, 0, 0)
    assert person(office, "Vàng A Páo") == [("Vàng A Páo", "1985-04-01", NUMBER)]


def test_a_person_with_another_number_is_a_namesake_and_not_the_same(office: Workplace) -> None:
    twins = [row("Vàng A Páo", birth="1985", identity=NUMBER[:-1] + digit) for digit in "12"]
    assert told(store(office, twins)) == (2, 0, 0, 0)
    assert told(store(office, twins)) == (0, 0, 2, 0)


@pytest.mark.parametrize(
    ("one", "other"),
    [("1985-04-01", "1990-02-03"), ("1985", "1986"), ("1985", "1986-04-01"), ("1985-04", "1985-05")],
)
def test_the_same_name_with_another_birth_is_two_people(office: Workplace, one: str, other: str) -> None:
    both = [row("Vàng A Páo", birth=one), row("Vàng A Páo", birth=other)]
    assert told(store(office, both[:1])) == (1, 0, 0, 0)
    assert told(store(office, both[1:])) == (1, 0, 0, 0), "nobody's birth was written over"
    assert told(store(office, both)) == (0, 0, 2, 0)
    assert [birth for _, birth, _ in person(office, "Vàng A Páo")] == [one, other]


def test_namesakes_with_other_births_in_one_list_are_two_people(office: Workplace) -> None:
    both = [row("Vàng A Páo", birth="1985"), row("Vàng A Páo", birth="1990")]
    assert told(store(office, both)) == (2, 0, 0, 0)


def test_a_row_that_may_be_either_of_two_namesakes_waits_for_a_person(office: Workplace) -> None:
    store(office, [row("Vàng A Páo", birth="1985", identity=NUMBER[:-1] + digit) for digit in "12"])
    assert told(store(office, [row("Vàng A Páo", birth="1985")])) == (0, 0, 0, 1)


def test_names_that_differ_in_a_mark_are_two_people(office: Workplace) -> None:
    both = [row("Lý Văn Tú"), row("Lý Văn Tư")]
    assert told(store(office, both)) == (2, 0, 0, 0)
    assert told(store(office, both)) == (0, 0, 2, 0)
    dated = [row("Lý Văn Hạnh", birth="1970-01-01"), row("Lý Văn Hành", birth="1970-01-01")]
    assert told(store(office, dated)) == (2, 0, 0, 0)
    assert told(store(office, dated)) == (0, 0, 2, 0)


def test_a_name_spelt_anew_with_the_same_birth_is_the_same_person(office: Workplace) -> None:
    store(office, [row("Hoang Thị Ba", birth="1970-01-01")])
    assert told(store(office, [row("Hoàng Thị Ba", birth="1970-01-01")])) == (0, 1, 0, 0)
    assert person(office, "Hoang Thị Ba") == []


def test_a_household_listed_twice_is_stored_once_and_the_second_row_is_doubtful(office: Workplace) -> None:
    again = row("Vàng A Páo", birth="1985", identity=NUMBER)
    assert told(store(office, [again, dict(again)])) == (1, 0, 0, 1)


def test_the_head_of_a_household_elsewhere_is_doubtful(office: Workplace) -> None:
    assert told(store(office, rows()[:2], OTHER_HAMLET)) == (0, 0, 0, 2)


def test_what_a_list_leaves_out_is_kept_and_what_it_changes_is_kept_for_undoing(office: Workplace) -> None:
    changed = rows()[0] | {"members": 6, "ethnic": None, "birth": None}
    found = store(office, [changed])
    assert told(found) == (0, 1, 0, 0)
    assert person(office, "Lò Thị Ơn")[0][1] == "1975-03-02"
    with reading(office.database) as session:
        batch = session.get_one(ImportBatch, found.batch)
        assert [(line.record_kind, line.before) for line in batch.rows] == [("Household", {"members": 4})]
        assert batch.sha256 == hashlib.sha256(b"workbook").hexdigest()


@pytest.mark.parametrize("hamlet", ["06859-T01", "06859-T02"])
def test_no_row_is_lost_whatever_becomes_of_it(office: Workplace, hamlet: str) -> None:
    listed = [*rows()[:4], *rows()[:2], row("Vàng A Páo"), row("Vàng A Páo"), rows()[5] | {"members": 9}]
    found = store(office, listed, hamlet)
    assert sum(told(found)) == len(listed)


def test_an_unknown_hamlet_is_refused_before_anything_is_stored(office: Workplace) -> None:
    before = traces(office)
    with pytest.raises(RequestRefused) as caught:
        store(office, rows(), "06859-T77")
    assert (caught.value.code, caught.value.where) == ("unknown.unit", "06859-T77")
    assert traces(office) == before
