"""Coming, going and what comes due: by papers, by the working days of the law, and told in time."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.errors import RequestRefused
from desktop.rules.standing import Standing, Trouble
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import add_hamlet_branches, branch_lines
from desktop.services.party.contacts import NewContact, add_contact, contacts, end_contact
from desktop.services.party.dues import DueKind, dues
from desktop.services.party.member_views import member, member_lines
from desktop.services.party.members import Entering, add_member, edit_member
from desktop.services.party.moves import (
    Ending,
    Leaving,
    NewStanding,
    arrived,
    change_standing,
    leave,
)
from desktop.services.party.reconciliations import reconcile, reconciled
from desktop.services.training.clock import TrainingClock

HERE, THERE = "Nà Ếch", "Cò Nòi"


@pytest.fixture
def branch(place: Workplace, clock: TrainingClock) -> str:
    add_hamlet_branches(place)
    clock.put(date(2025, 11, 3), 8, 0)
    return code_of(place, HERE)


def code_of(place: Workplace, name: str) -> str:
    return next(line.code for line in branch_lines(place) if name in line.name)


def official(place: Workplace, branch: str, name: str = "Vàng Xuân Long") -> int:
    key = add_member(place, branch, name)
    edit_member(place, key, "admitted", "03/02/2006")
    edit_member(place, key, "official", "03/02/2007")
    return key


def told(place: Workplace, on: date) -> list[tuple[DueKind, date | None, bool]]:
    return [(due.kind, due.day, due.late) for due in dues(place, on) if due.kind is not DueKind.RECONCILE]


def test_who_moves_within_the_commune_is_in_the_other_branch_the_day_after(
    place: Workplace, branch: str, clock: TrainingClock
) -> None:
    key = official(place, branch)
    other = code_of(place, THERE)
    with pytest.raises(RequestRefused, match=r"member\.same_branch"):
        leave(place, key, Leaving(Ending.WITHIN, date(2025, 11, 3), branch=branch))
    leave(place, key, Leaving(Ending.WITHIN, date(2025, 11, 3), branch=other, number="3-GT"))
    clock.put(date(2025, 11, 4), 8, 0)
    assert member_lines(place, branch) == ()
    assert [line.id for line in member_lines(place, other)] == [key]
    times = member(place, key).branches
    assert [(each.origin, each.destination) for each in times] == [
        ("Chi bộ thôn Nà Ếch", ""),
        ("", "Chi bộ thôn Cò Nòi"),
    ]


def test_a_move_out_is_late_to_be_shown_after_30_working_days_and_to_be_done_after_60(
    place: Workplace, branch: str
) -> None:
    key = official(place, branch)
    paper = date(2025, 11, 3)
    leave(place, key, Leaving(Ending.MOVED, paper, "Đảng bộ phường Hạ Long", number="45-GT", paper_on=paper))
    (left,) = member(place, key).branches
    assert left.shown_by is not None
    assert left.moved_by is not None
    assert told(place, date(2025, 12, 1)) == [(DueKind.SHOWN, left.shown_by, False)]
    assert told(place, date(2026, 1, 20)) == [(DueKind.SHOWN, left.shown_by, True)]
    assert told(place, date(2026, 2, 28)) == [(DueKind.MOVED, left.moved_by, True)]
    with pytest.raises(RequestRefused, match=r"member\.period"):
        arrived(place, key, left.id, date(2025, 11, 2))
    arrived(place, key, left.id, date(2025, 11, 3))
    assert told(place, date(2026, 2, 28)) == []


def test_a_move_that_says_nowhere_is_refused_and_death_needs_no_place(place: Workplace, branch: str) -> None:
    key = official(place, branch)
    with pytest.raises(RequestRefused, match=r"member\.destination"):
        leave(place, key, Leaving(Ending.MOVED, date(2025, 11, 3)))
    leave(place, key, Leaving(Ending.DIED, date(2025, 11, 3)))
    assert member(place, key).branches[0].ending is Ending.DIED
    with pytest.raises(RequestRefused, match=r"member\.left"):
        leave(place, key, Leaving(Ending.DIED, date(2025, 11, 3)))


def test_who_moves_in_stands_there_from_the_day_with_the_paper_and_may_come_back(
    place: Workplace, branch: str
) -> None:
    entering = Entering(date(2025, 10, 20), "Đảng bộ phường Hạ Long", "204-GT", date(2025, 10, 1))
    key = add_member(place, branch, "Vàng A Pó", "022088000111", entering)
    (came,) = member(place, key).branches
    assert (came.origin, came.entry, came.entry_on, came.starts_on) == (
        "Đảng bộ phường Hạ Long",
        "204-GT",
        date(2025, 10, 1),
        date(2025, 10, 20),
    )
    leave(place, key, Leaving(Ending.MOVED, date(2025, 10, 31), "Hà Nội"))
    again = Entering(date(2025, 11, 3), "Hà Nội")
    assert add_member(place, branch, "Vàng A Pó", "022088000111", again) == key
    with pytest.raises(RequestRefused, match=r"member\.period"):
        add_member(place, branch, "Người Khác", entering=Entering(date(2025, 11, 4), "x"))


def test_probation_falls_due_after_12_months_then_the_decision_then_another_vote(
    place: Workplace, branch: str
) -> None:
    key = add_member(place, branch, "Chìu Thị Ánh")
    edit_member(place, key, "admitted", "20/11/2024")
    assert told(place, date(2025, 10, 1)) == []
    assert told(place, date(2025, 11, 3)) == [(DueKind.PROBATION, date(2025, 11, 20), False)]
    assert told(place, date(2025, 11, 21)) == [(DueKind.PROBATION, date(2025, 11, 20), True)]
    edit_member(place, key, "proposed_on", date(2025, 11, 3))
    ((kind, day, late),) = told(place, date(2025, 12, 1))
    assert (kind, late) == (DueKind.DECISION, False)
    assert day == date(2025, 12, 15)
    assert [kind for kind, _, _ in told(place, date(2026, 3, 1))] == [DueKind.VOTE_AGAIN]
    edit_member(place, key, "official", "03/11/2025")
    assert told(place, date(2026, 3, 1)) == []


def test_the_end_of_an_exemption_is_told_before_it_comes(place: Workplace, branch: str) -> None:
    key = official(place, branch)
    exempt = NewStanding(
        Standing.EXEMPT, date(2025, 6, 1), date(2025, 11, 30), reason="thai sản", number="12-NQ/ĐU"
    )
    change_standing(place, key, exempt)
    assert told(place, date(2025, 10, 1)) == []
    assert told(place, date(2025, 11, 10)) == [(DueKind.EXEMPT, date(2025, 11, 30), False)]
    assert told(place, date(2025, 12, 1)) == []
    assert member(place, key, date(2025, 12, 1)).line.standing is Standing.OFFICIAL


def test_who_stays_after_a_temporary_time_wants_a_person_and_would_vote_otherwise(
    place: Workplace, branch: str
) -> None:
    key = official(place, branch)
    change_standing(place, key, NewStanding(Standing.HERE, date(2025, 11, 3), date(2026, 2, 28)))
    assert member(place, key, date(2026, 2, 1)).line.troubles == ()
    assert member(place, key, date(2026, 3, 1)).line.troubles == (Trouble.STAYED,)
    assert told(place, date(2026, 3, 1)) == [(DueKind.HERE, date(2026, 2, 28), True)]


def test_a_stay_that_the_law_does_not_know_is_told_beside_it(place: Workplace, branch: str) -> None:
    key = official(place, branch)
    year = NewStanding(Standing.ELSEWHERE, date(2025, 1, 1), date(2025, 12, 31), place="Hà Nội")
    assert change_standing(place, key, year).standings[0].fits is False
    study = NewStanding(Standing.ELSEWHERE, date(2025, 2, 1), date(2026, 12, 31), study=True)
    assert change_standing(place, key, study).standings[0].fits is True


def test_the_list_is_set_beside_the_files_and_due_again_after_six_months(
    place: Workplace, branch: str
) -> None:
    official(place, branch)
    guest = official(place, branch, "Khách Ở Tạm")
    change_standing(place, guest, NewStanding(Standing.HERE, date(2025, 11, 1), date(2026, 3, 31)))
    never = [due for due in dues(place) if due.kind is DueKind.RECONCILE]
    assert [(due.day, due.late) for due in never] == [(None, False)]
    with pytest.raises(RequestRefused, match=r"reconcile\.differences"):
        reconcile(place, branch, date(2025, 11, 3), "Lương Thị Hạnh", 2)
    with pytest.raises(RequestRefused, match=r"reconcile\.by"):
        reconcile(place, branch, date(2025, 11, 3), " ", 1)
    with pytest.raises(RequestRefused, match=r"reconcile\.day"):
        reconcile(place, branch, date(2025, 11, 4), "Lương Thị Hạnh", 1)
    found = reconcile(place, branch, date(2025, 11, 3), "Lương Thị Hạnh", 1)
    # The file of who is here for a time lies at home.
    assert [(line.listed, line.files) for line in found.lines] == [(1, 1)]
    assert found.due == date(2026, 5, 3)
    late = [due for due in dues(place, date(2026, 5, 4)) if due.kind is DueKind.RECONCILE]
    assert [(due.day, due.late) for due in late] == [(date(2026, 5, 3), True)]
    assert reconciled(place, branch) == found


def test_who_keeps_contact_at_home_is_no_member_of_the_branch(place: Workplace, branch: str) -> None:
    new = NewContact("Bàn Thị Xa", "Chi bộ trường Mẫu", date(2025, 10, 1), number="7-GT")
    key = add_contact(place, branch, new)
    assert [(line.name, line.workplace) for line in contacts(place, branch)] == [
        ("Bàn Thị Xa", "Chi bộ trường Mẫu")
    ]
    assert member_lines(place, branch) == ()
    end_contact(place, key, date(2025, 10, 31))
    assert contacts(place, branch) == ()
    with pytest.raises(RequestRefused, match=r"contact\.workplace"):
        add_contact(place, branch, NewContact("Bàn Thị Xa", " ", date(2025, 10, 1)))
