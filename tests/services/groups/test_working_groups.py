"""Working groups: who is in them and whom they serve, and the two approvals of each unit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.errors import RequestRefused
from desktop.models.office import Side
from desktop.services.groups.approvals import (
    ApprovalOutcome,
    Approved,
    Said,
    approval_lines,
    record_approvals,
    take_back_approval,
)
from desktop.services.groups.cared_for import CaredFor, units_to_choose
from desktop.services.groups.working_groups import (
    GroupKind,
    NewGroup,
    add_member,
    change_group,
    drop_member,
    groups,
    look_after,
    make_group,
    remove_group,
    years,
)
from desktop.services.office.workplace import Workplace
from desktop.services.party.organisations import end_organisation

YEAR = 2022
_NEW = NewGroup(YEAR, GroupKind.SUBCOMMITTEE, "Tiểu ban nhân sự", "thẩm định nhân sự", "15-QĐ/ĐU")


def _branches(place: Workplace) -> list[CaredFor]:
    return [one for one in units_to_choose(place) if one.kind == "branch"]


def _approved(place: Workplace, **changes: object) -> Said:
    return replace(
        Said(ApprovalOutcome.APPROVED, place.today(), "Ban Thường vụ Đảng ủy", "21-TB/ĐU"), **changes
    )


def test_a_group_is_made_changed_and_taken_out(place: Workplace) -> None:
    branches = _branches(place)
    hamlet = next(one for one in units_to_choose(place) if one.kind == "hamlet")
    key = make_group(place, _NEW, [*branches[:2], hamlet])
    first = add_member(place, key, "  Đặng  Văn Quyết ", "Trưởng tiểu ban")
    add_member(place, key, "Lò Thu Liễu")
    (view,) = groups(place, YEAR)
    assert view.said == _NEW
    assert view.units == (*branches[:2], hamlet)
    assert [(one.name, one.role) for one in view.members] == [
        ("Đặng Văn Quyết", "Trưởng tiểu ban"),
        ("Lò Thu Liễu", ""),
    ]
    drop_member(place, first)
    add_member(place, key, "Phùn Văn Tiến")
    change_group(place, key, replace(_NEW, name="Tiểu ban tổ chức", paper_on=date(2022, 3, 1)))
    look_after(place, key, branches[1:3])
    (view,) = groups(place, YEAR)
    assert [one.name for one in view.members] == ["Lò Thu Liễu", "Phùn Văn Tiến"]
    assert (view.said.name, view.said.paper_on, view.units) == (
        "Tiểu ban tổ chức",
        date(2022, 3, 1),
        tuple(branches[1:3]),
    )
    assert years(place) == tuple(sorted({YEAR, place.today().year}, reverse=True))
    remove_group(place, key)
    assert not groups(place, YEAR)


def test_what_cannot_be_is_refused_with_its_reason(place: Workplace) -> None:
    key = make_group(place, _NEW)
    for code, told in (
        ("group.name", replace(_NEW, name=" ")),
        ("group.known", _NEW),
        ("group.year", replace(_NEW, year=22)),
    ):
        with pytest.raises(RequestRefused) as refused:
            make_group(place, told)
        assert refused.value.code == code
    with pytest.raises(RequestRefused, match=r"group\.member"):
        add_member(place, key, " ", "thành viên")
    # The same name is another group's in another year.
    make_group(place, replace(_NEW, year=2025))
    with pytest.raises(RequestRefused, match=r"side\.party"):
        groups(replace(place, side=Side.ELECTIONS), YEAR)


def test_each_unit_waits_for_two_approvals_and_those_that_lack_most_stand_first(place: Workplace) -> None:
    branches = _branches(place)
    make_group(place, _NEW, branches)
    make_group(place, replace(_NEW, kind=GroupKind.WORKING_GROUP, name="Tổ công tác số 1"), branches[:1])
    lines = approval_lines(place, YEAR)
    assert [line.unit for line in lines] == branches
    assert all(line.waiting == (Approved.REPORT, Approved.PERSONNEL) for line in lines)
    assert lines[0].groups == ("Tiểu ban nhân sự", "Tổ công tác số 1")
    record_approvals(place, YEAR, branches[:2], Approved.REPORT, _approved(place))
    record_approvals(place, YEAR, branches[:1], Approved.PERSONNEL, _approved(place, number="22-TB/ĐU"))
    by_name = {line.unit.name: line for line in approval_lines(place, YEAR)}
    assert by_name[branches[0].name].waiting == ()
    assert by_name[branches[1].name].waiting == (Approved.PERSONNEL,)
    assert approval_lines(place, YEAR)[-1].unit == branches[0]
    personnel = by_name[branches[0].name].personnel
    assert personnel is not None
    assert personnel.said.number == "22-TB/ĐU"


def test_what_is_given_back_waits_until_it_is_approved_and_the_last_word_is_taken_back(
    place: Workplace,
) -> None:
    unit = _branches(place)[0]
    make_group(place, _NEW, [unit])
    today = place.today()
    returned = _approved(place, outcome=ApprovalOutcome.RETURNED, reason="thiếu cơ cấu nữ")
    yesterday = today - timedelta(days=1)
    record_approvals(place, YEAR, [unit], Approved.PERSONNEL, replace(returned, on=yesterday))
    (line,) = approval_lines(place, YEAR)
    assert Approved.PERSONNEL in line.waiting
    earlier = _approved(place, on=yesterday - timedelta(days=1))
    with pytest.raises(RequestRefused) as refused:
        record_approvals(place, YEAR, [unit], Approved.PERSONNEL, earlier)
    assert refused.value.code == "approval.day"
    record_approvals(place, YEAR, [unit], Approved.PERSONNEL, _approved(place))
    (line,) = approval_lines(place, YEAR)
    assert line.waiting == (Approved.REPORT,)
    assert line.personnel is not None
    assert line.personnel.times == 2
    take_back_approval(place, YEAR, unit, Approved.PERSONNEL)
    (line,) = approval_lines(place, YEAR)
    assert line.personnel is not None
    assert line.personnel.said.reason == "thiếu cơ cấu nữ"


def test_an_approval_that_cannot_be_is_refused_and_of_several_none_is_written(place: Workplace) -> None:
    first, second, other = _branches(place)[:3]
    make_group(place, _NEW, [first, second])
    record_approvals(place, YEAR, [second], Approved.REPORT, _approved(place))
    tomorrow = place.today() + timedelta(days=1)
    for code, units, said in (
        ("approval.unit", [first, other], _approved(place)),
        ("approval.twice", [first, second], _approved(place)),
        ("approval.by", [first], _approved(place, by=" ")),
        ("approval.reason", [first], _approved(place, outcome=ApprovalOutcome.RETURNED)),
        ("approval.future", [first], _approved(place, on=tomorrow)),
    ):
        with pytest.raises(RequestRefused) as refused:
            record_approvals(place, YEAR, units, Approved.REPORT, said)
        assert refused.value.code == code
    assert next(line for line in approval_lines(place, YEAR) if line.unit == first).report is None
    with pytest.raises(RequestRefused, match=r"unknown\.approval"):
        take_back_approval(place, YEAR, first, Approved.PERSONNEL)


def test_a_unit_of_which_something_is_approved_keeps_a_group(place: Workplace) -> None:
    first, second = _branches(place)[:2]
    key = make_group(place, _NEW, [first, second])
    record_approvals(place, YEAR, [first], Approved.REPORT, _approved(place))
    look_after(place, key, [first])
    for leave in (
        lambda: look_after(place, key, [second]),
        lambda: remove_group(place, key),
        lambda: change_group(place, key, replace(_NEW, year=2025)),
    ):
        with pytest.raises(RequestRefused) as refused:
            leave()
        assert refused.value.code == "group.approved"
    take_back_approval(place, YEAR, first, Approved.REPORT)
    remove_group(place, key)
    assert not approval_lines(place, YEAR)


def test_a_branch_that_is_no_more_is_shown_and_waited_for_no_longer(place: Workplace) -> None:
    first, second = _branches(place)[:2]
    make_group(place, _NEW, [first, second])
    end_organisation(place, first.code, place.today() - timedelta(days=1))
    lines = approval_lines(place, YEAR)
    assert [(line.unit, bool(line.waiting)) for line in lines] == [(second, True), (first, False)]
