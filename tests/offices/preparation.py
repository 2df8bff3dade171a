"""Groups, approvals and works of an invented office, for tests and scenes of the window."""

from __future__ import annotations

from datetime import timedelta

from desktop.services.groups.approvals import ApprovalOutcome, Approved, Said, record_approvals
from desktop.services.groups.cared_for import CaredFor, units_to_choose
from desktop.services.groups.working_groups import GroupKind, NewGroup, add_member, make_group
from desktop.services.groups.works import NewWork, finish_work, register_work
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import add_hamlet_branches


def branches_of(place: Workplace) -> list[CaredFor]:
    """Return the office's branches, made where there are none."""
    if not any(one.kind == "branch" for one in units_to_choose(place)):
        add_hamlet_branches(place)
    return [one for one in units_to_choose(place) if one.kind == "branch"]


def prepared(place: Workplace) -> int:
    """Write down two groups, what is approved of some units, and three works; return the year."""
    today, branches = place.today(), branches_of(place)
    year = today.year
    first = NewGroup(year, GroupKind.SUBCOMMITTEE, "Tiểu ban nhân sự", "Thẩm định nhân sự", "15-QĐ/ĐU", today)
    key = make_group(place, first, branches)
    add_member(place, key, "Đặng Văn Quyết", "Trưởng tiểu ban")
    add_member(place, key, "Lò Thu Liễu")
    second = NewGroup(year, GroupKind.WORKING_GROUP, "Tổ công tác số 1", "Giúp chi bộ chuẩn bị đại hội")
    make_group(place, second, branches[:2])
    approved = Said(ApprovalOutcome.APPROVED, today, "Ban Thường vụ Đảng ủy", "21-TB/ĐU")
    returned = Said(ApprovalOutcome.RETURNED, today, "Ban Thường vụ Đảng ủy", reason="Thiếu cơ cấu nữ")
    record_approvals(place, year, branches[:2], Approved.REPORT, approved)
    record_approvals(place, year, branches[:1], Approved.PERSONNEL, approved)
    record_approvals(place, year, branches[1:2], Approved.PERSONNEL, returned)
    days = timedelta(days=1)
    road = NewWork(year, "Bê tông 300 m đường thôn", "Chi bộ", today - 3 * days, branches[0])
    register_work(place, road)
    register_work(place, NewWork(year, "Trồng 500 cây quế", "Đoàn thanh niên", today + 4 * days, branches[1]))
    hall = register_work(place, NewWork(year, "Sửa nhà văn hóa xã", "Ban công tác Mặt trận", today))
    finish_work(place, hall, today - days)
    return year
