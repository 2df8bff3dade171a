"""What groups, approvals and works are called on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.groups.approvals import ApprovalView, Approved
from desktop.services.groups.working_groups import GroupKind
from desktop.services.groups.works import WorkState, WorkView
from desktop.ui.widgets.state import State


def _tr(words: str) -> str:
    return QCoreApplication.translate("Groups", words)


def kind_choices() -> list[tuple[GroupKind, str]]:
    """Return the kinds of groups with their words."""
    return [
        (GroupKind.SUBCOMMITTEE, _tr("Tiểu ban")),
        (GroupKind.WORKING_GROUP, _tr("Tổ công tác")),
        (GroupKind.HELPERS, _tr("Tổ giúp việc")),
    ]


def approved_word(what: Approved) -> str:
    """Name what is approved."""
    return {Approved.REPORT: _tr("Báo cáo"), Approved.PERSONNEL: _tr("Nhân sự")}[what]


def approval_state(view: ApprovalView | None, *, wanted: bool = True) -> State:
    """Say how far one of the two approvals is, as a table shows it."""
    if view is None:
        return State("not_yet", _tr("Chưa duyệt") if wanted else _tr("Không cần"))
    day = f"{view.said.on:%d/%m/%Y}"
    if view.is_approved:
        return State("done", day)
    return State("attention", _tr("Trả lại {0}").format(day))


def approval_said(view: ApprovalView | None) -> str:
    """Tell one of the two approvals in full."""
    if view is None:
        return _tr("Chưa duyệt.")
    said = view.said
    number = f", {said.number}" if said.number else ""
    told = _tr("Đã duyệt") if view.is_approved else _tr("Trả lại")
    reason = f"\n{said.reason}" if said.reason else ""
    return f"{told} {said.on:%d/%m/%Y}, {said.by}{number}{reason}"


def work_state(view: WorkView) -> State:
    """Say how a work stands, as a table shows it."""
    if view.state is WorkState.LATE:
        return State("wrong", _tr("Chậm {0} ngày").format(view.days))
    if view.state is WorkState.TO_DO:
        return State("doing", _tr("Còn {0} ngày").format(-view.days) if view.days else _tr("Hạn hôm nay"))
    day = f"{view.done_on:%d/%m/%Y}"
    return State("done", _tr("Xong {0}").format(day))
