"""The hamlets of a commune: their list taken in and back, renamed, merged, ended."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from desktop.errors import RequestRefused
from desktop.models.people import Household
from desktop.models.places import HamletFacts, Unit
from desktop.models.store.session import reading
from desktop.services.catalogue.hamlets import HAMLETS
from desktop.services.lists import batches, taking
from desktop.services.lists.preview import RowChoice
from desktop.services.office.workplace import Workplace
from desktop.services.people.record import household
from desktop.services.places import hamlets, succession
from tests.offices.commune import HAMLET, OTHER_HAMLET, as_read, finalised, listed, row, store, traces

ON = date(2024, 11, 1)


def units(office: Workplace) -> list[tuple[Any, ...]]:
    with reading(office.database) as session:
        found = [
            *session.execute(select(Unit.__table__).order_by(Unit.id)),
            *session.execute(select(HamletFacts.__table__).order_by(HamletFacts.id)),
        ]
        return [tuple(one) for one in found]


def homes(office: Workplace) -> list[tuple[Any, ...]]:
    with reading(office.database) as session:
        return [tuple(one) for one in session.execute(select(Household.id, Household.hamlet_id))]


def undo(office: Workplace, name: str) -> int:
    batch = next(
        one.change.batch
        for one in hamlets.hamlet_lines(office, ended=True)
        if one.name == name and one.change is not None
    )
    succession.undo_change(office, batch)
    return batch


def line(office: Workplace, name: str) -> hamlets.HamletLine:
    return next(one for one in hamlets.hamlet_lines(office, ended=True) if one.name == name)


def stored(office: Workplace, rows: list[dict[str, Any]], **decisions: RowChoice) -> batches.Import:
    chosen = {int(number[1:]): decision for number, decision in decisions.items()}
    return taking.store(office, HAMLETS, taking.preview(office, HAMLETS, "", as_read(rows)), chosen)


LISTED = [
    {"kind": "Thôn", "name": "Lục Ngù", "households": 12, "head": "Lò Thị Ơn", "especially_difficult": True},
    {"kind": "Bản", "name": "Xa", "households": 40, "head": None, "especially_difficult": False},
    {"kind": "Thôn", "name": "Chợ", "households": 7},
    {"kind": "Bản", "name": "Xa", "households": 41},
]


def test_a_list_is_set_beside_the_hamlets_stored_and_taken_back(office: Workplace) -> None:
    before = units(office)
    preview = taking.preview(office, HAMLETS, "", as_read(LISTED))
    assert [one.state.value for one in preview.rows] == ["changed", "new", "doubtful", "doubtful"]
    assert [one.doubt.reason for one in preview.rows if one.doubt] == ["similar", "twice"]
    assert units(office) == before
    done = stored(office, LISTED, r4=RowChoice.SAME)
    assert (done.new, done.changed, done.same, done.doubtful) == (1, 2, 0, 1)
    assert (line(office, "Xa").code, line(office, "Xa").stated) == ("06859-T03", 40)
    assert line(office, "Chợ").full_name == "Thôn Chợ"
    told = line(office, "Lục Ngù")
    assert (told.counted, told.stated, told.head, told.especially_difficult) == (12, 12, "Lò Thị Ơn", True)
    again = taking.preview(office, HAMLETS, "", as_read(LISTED))
    assert [one.state.value for one in again.rows[:3]] == ["same", "same", "same"]
    batches.undo(office, done.batch)
    assert units(office) == before


def test_a_hamlet_that_has_households_since_is_not_taken_back(office: Workplace) -> None:
    done = stored(office, LISTED[1:2])
    store(office, [row("Vàng A Páo")], "06859-T03")
    with pytest.raises(RequestRefused) as caught:
        batches.undo(office, done.batch)
    assert caught.value.context["reason"] == "hamlet"


def test_facts_are_stated_one_by_one_and_a_new_hamlet_gets_the_next_code(office: Workplace) -> None:
    hamlets.state_facts(office, HAMLET, households=13)
    hamlets.state_facts(office, HAMLET, head="  Lò  Văn Tư ")
    assert (line(office, "Lục Ngù").stated, line(office, "Lục Ngù").head) == (13, "Lò Văn Tư")
    assert hamlets.add_hamlet(office, "Bản", "Xa", ON) == "06859-T03"
    assert line(office, "Xa").starts_on == ON


@pytest.mark.parametrize(
    ("begins", "ends", "is_difficult"),
    [
        (None, None, True),
        (date(2021, 1, 1), date(2025, 12, 31), True),
        (date(2021, 1, 1), date(2024, 11, 18), True),
        (date(2021, 1, 1), date(2024, 11, 17), False),
        (date(2024, 11, 19), None, False),
    ],
)
def test_a_hamlet_is_especially_difficult_from_a_day_to_a_day(
    office: Workplace, begins: date | None, ends: date | None, is_difficult: bool
) -> None:
    hamlets.state_facts(office, HAMLET, especially_difficult=True, especially_difficult_from=begins)
    hamlets.state_facts(office, HAMLET, especially_difficult_until=ends)
    found = line(office, "Lục Ngù")
    assert (found.especially_difficult, found.is_difficult) == (True, is_difficult)
    succession.rename(office, HAMLET, "Thôn", "Lục Ngù Mới", ON)
    renamed = line(office, "Lục Ngù Mới")
    days = renamed.especially_difficult_from, renamed.especially_difficult_until
    assert (days, renamed.is_difficult) == ((begins, ends), is_difficult)


def test_a_last_day_before_the_first_is_refused(office: Workplace) -> None:
    hamlets.state_facts(office, HAMLET, especially_difficult=True, especially_difficult_from=ON)
    before = units(office)
    with pytest.raises(RequestRefused) as caught:
        hamlets.state_facts(office, HAMLET, especially_difficult_until=date(2024, 10, 31))
    assert caught.value.code == "hamlet.difficult_days"
    assert units(office) == before


def test_a_misspelt_name_is_mended_until_papers_of_an_election_bear_it(office: Workplace) -> None:
    hamlets.correct_name(office, HAMLET, name="Lục Ngạn")
    assert line(office, "Lục Ngạn").code == HAMLET
    hamlets.correct_name(office, HAMLET, name="Lục Ngù")
    listed(office)
    with pytest.raises(RequestRefused) as caught:
        hamlets.correct_name(office, HAMLET, name="Lục Ngạn")
    assert caught.value.code == "hamlet.election"


def test_a_renamed_hamlet_keeps_its_code_and_its_households(office: Workplace) -> None:
    hamlets.state_facts(office, HAMLET, households=12, head="Lò Thị Ơn")
    succession.rename(office, HAMLET, "Khu phố", "Lục Ngù Mới", ON)
    new, old = line(office, "Lục Ngù Mới"), line(office, "Lục Ngù")
    assert (new.code, new.counted, new.stated, new.head) == (HAMLET, 12, 12, "Lò Thị Ơn")
    assert (new.starts_on, new.predecessors) == (ON, ("Thôn Lục Ngù",))
    assert (old.counted, old.ends_on) == (0, date(2024, 10, 31))
    assert [one.name for one in hamlets.hamlet_lines(office)] == ["Chợ", "Lục Ngù Mới"]


def test_merged_hamlets_make_another_one_with_all_their_households(office: Workplace) -> None:
    store(office, [row("Vàng A Páo")], OTHER_HAMLET)
    succession.merge(office, [HAMLET, OTHER_HAMLET], "Thôn", "Lục Chợ", ON)
    (only,) = hamlets.hamlet_lines(office)
    assert (only.code, only.counted) == ("06859-T03", 13)
    assert only.predecessors == ("Thôn Lục Ngù", "Khu phố Chợ")


def test_a_merger_and_a_renaming_are_taken_back_as_if_they_had_never_been(office: Workplace) -> None:
    store(office, [row("Vàng A Páo")], OTHER_HAMLET)
    hamlets.state_facts(office, HAMLET, households=12, head="Lò Thị Ơn")
    hamlets.state_facts(office, OTHER_HAMLET, households=1)
    before = units(office), homes(office)
    succession.rename(office, HAMLET, "Khu phố", "Lục Ngù Mới", ON)
    succession.merge(office, [HAMLET, OTHER_HAMLET], "Thôn", "Lục Chợ", date(2024, 11, 10))
    assert homes(office) != before[1]
    with pytest.raises(RequestRefused) as caught:
        undo(office, "Lục Ngù")
    assert (caught.value.code, caught.value.context["reason"]) == ("hamlet.used", "hamlet")
    undo(office, "Lục Chợ")
    undo(office, "Lục Ngù Mới")
    assert (units(office), homes(office)) == before


def test_the_end_of_a_hamlet_is_taken_back_unless_its_name_is_given_away(office: Workplace) -> None:
    before = units(office)
    succession.end_hamlet(office, OTHER_HAMLET, ON)
    batch = undo(office, "Chợ")
    assert units(office) == before
    with pytest.raises(RequestRefused) as caught:
        succession.undo_change(office, batch)
    assert caught.value.code == "hamlet.undone"
    succession.end_hamlet(office, OTHER_HAMLET, ON)
    lines = hamlets.hamlet_lines(office, ended=True)
    batch = next(one.change.batch for one in lines if one.ends_on and one.change)
    hamlets.add_hamlet(office, "khu phố", "Chợ")
    ended = units(office)
    with pytest.raises(RequestRefused) as caught:
        succession.undo_change(office, batch)
    assert caught.value.code == "hamlet.name"
    assert units(office) == ended


@pytest.mark.parametrize(
    ("reason", "does"),
    [
        ("hamlet", lambda office: store(office, [row("Vàng A Páo")], HAMLET)),
        ("hamlet", lambda office: hamlets.state_facts(office, HAMLET, head="Lò Thị Ơn")),
        ("edited", lambda office: hamlets.correct_name(office, HAMLET, name="Lục Ngạn")),
        ("hamlet", listed),
    ],
)
def test_a_renaming_stays_once_something_rests_on_it(office: Workplace, reason: str, does: Any) -> None:
    succession.rename(office, HAMLET, "Thôn", "Lục Ngù Mới", ON)
    does(office)
    before = units(office), homes(office)
    with pytest.raises(RequestRefused) as caught:
        undo(office, "Lục Ngù")
    assert (caught.value.code, caught.value.context["reason"]) == ("hamlet.used", reason)
    assert (units(office), homes(office)) == before


def test_a_change_of_hamlets_is_no_list_and_stands_in_the_past_of_its_households(office: Workplace) -> None:
    succession.rename(office, HAMLET, "Thôn", "Lục Ngù Mới", ON)
    change = line(office, "Lục Ngù Mới").change
    assert change is not None
    with pytest.raises(RequestRefused) as caught:
        batches.undo(office, change.batch)
    assert caught.value.code == "import.unknown"
    past = household(office, 1).history[0]
    assert (past.action, past.file_name) == ("hamlet.rename", "Thôn Lục Ngù Mới")


def test_a_hamlet_without_households_can_end(office: Workplace) -> None:
    succession.end_hamlet(office, OTHER_HAMLET, ON)
    assert line(office, "Chợ").ends_on == ON
    assert [one.name for one in hamlets.hamlet_lines(office)] == ["Lục Ngù"]


@pytest.mark.parametrize(
    ("code", "does"),
    [
        ("hamlet.name", lambda office: hamlets.add_hamlet(office, "thôn", "Lục Ngù")),
        ("hamlet.name", lambda office: hamlets.add_hamlet(office, "Thôn", "  ")),
        ("hamlet.name", lambda office: succession.rename(office, HAMLET, "Khu phố", "Chợ", ON)),
        (
            "hamlet.day",
            lambda office: succession.rename(office, HAMLET, "Thôn", "Mới", date(2024, 12, 30)),
        ),
        ("hamlet.merge", lambda office: succession.merge(office, [HAMLET, HAMLET], "Thôn", "Mới", ON)),
        ("hamlet.households", lambda office: succession.end_hamlet(office, HAMLET, ON)),
        ("unknown.unit", lambda office: succession.end_hamlet(office, "06859-T77", ON)),
    ],
)
def test_what_cannot_be_done_with_a_hamlet_is_refused_and_changes_nothing(
    office: Workplace, code: str, does: Any
) -> None:
    before = traces(office)
    with pytest.raises(RequestRefused) as caught:
        does(office)
    assert caught.value.code == code
    assert traces(office) == before


def test_a_hamlet_that_elects_is_neither_renamed_nor_merged(office: Workplace) -> None:
    finalised(office)
    for does in (
        lambda: succession.rename(office, HAMLET, "Thôn", "Mới", ON),
        lambda: succession.merge(office, [HAMLET, OTHER_HAMLET], "Thôn", "Mới", ON),
        lambda: succession.end_hamlet(office, HAMLET, ON),
    ):
        with pytest.raises(RequestRefused) as caught:
            does()
        assert caught.value.code == "hamlet.under_way"
