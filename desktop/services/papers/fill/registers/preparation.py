"""The lists of working groups, of units that wait for an approval, and of works registered, as papers."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from desktop.printing.registers.party_list import PartyList
from desktop.services.groups.approvals import ApprovalLine, ApprovalView
from desktop.services.groups.working_groups import GroupView, MemberView
from desktop.services.groups.works import WorkState, WorkView
from desktop.services.office.workplace import Workplace
from desktop.services.papers.fill.registers.cells import day_cell, joined
from desktop.services.papers.fill.registers.party_list import party_list


def group_list(workplace: Workplace, session: Session, year: int, views: Sequence[GroupView]) -> PartyList:
    """Return the groups of a year with their people and units."""
    return party_list(workplace, session, "groups", map(_group, views), _of(year))


def approval_list(
    workplace: Workplace, session: Session, year: int, lines: Sequence[ApprovalLine]
) -> PartyList:
    """Return the units of a year that lack an approval, with how far each of the two is."""
    waiting = (
        (line.unit.name, ", ".join(line.groups), _said(line.report), _said(line.personnel))
        for line in lines
        if line.waiting
    )
    return party_list(workplace, session, "approvals", waiting, _of(year))


def work_list(workplace: Workplace, session: Session, year: int, views: Sequence[WorkView]) -> PartyList:
    """Return the works of a year, the late ones first."""
    return party_list(workplace, session, "works", map(_work, views), _of(year))


def _of(year: int) -> str:
    return f"Đại hội chi bộ năm {year}"


def _group(view: GroupView) -> tuple[str, ...]:
    said = view.said
    return (
        said.name,
        joined(said.paper_number, day_cell(said.paper_on), between=", "),
        said.task,
        "; ".join(map(_member, view.members)),
        "; ".join(unit.name for unit in view.units),
    )


def _member(one: MemberView) -> str:
    return f"{one.name}, {one.role}" if one.role else one.name


def _said(view: ApprovalView | None) -> str:
    if view is None:
        return "Chưa duyệt"
    said, day = view.said, day_cell(view.said.on)
    number = f", {said.number}" if said.number else ""
    if view.is_approved:
        return f"Đã duyệt {day}{number}"
    return f"Trả lại {day}{number}: {said.reason}"


def _work(view: WorkView) -> tuple[str, ...]:
    said = view.said
    return (
        said.what,
        said.unit.name if said.unit is not None else "",
        said.who,
        day_cell(said.due_on),
        f"{_stands(view)}. {said.note}" if said.note else _stands(view),
    )


def _stands(view: WorkView) -> str:
    if view.state is WorkState.LATE:
        return f"Chậm {view.days} ngày"
    if view.state is WorkState.TO_DO:
        return f"Còn {-view.days} ngày" if view.days else "Hạn hôm nay"
    late = f", chậm {view.days} ngày" if view.state is WorkState.DONE_LATE else ""
    return f"Xong {day_cell(view.done_on)}{late}"
