"""What does not fit in a meeting, with the figures that were compared, in words for the clerk."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.errors import Problem
from desktop.services.counting.meeting_views import MeetingView
from desktop.ui.page.electors import electors_unit
from desktop.ui.widgets.findings import Finding
from desktop.wording import problem_sentence


def meeting_findings(widget: QWidget, view: MeetingView) -> list[Finding]:
    """List what does not fit, then what nobody wrote down yet; each aims at a field."""
    found = [_problem(widget, problem, view) for problem in view.problems]
    if view.opened_at is None or not view.editable:
        return found
    unit = electors_unit(voters=view.voters)
    if not view.attendance and not view.handed_out:
        found.append(
            Finding(
                "attention",
                widget.tr("Chưa ghi số người có mặt."),
                widget.tr("Cần {0} {1} trở lên thì cuộc họp mới có giá trị.").format(view.needed, unit),
                "",
                "present",
            )
        )
    if not view.by_hands and all(box.issued is None for box in view.boxes):
        found.append(
            Finding(
                "attention",
                widget.tr("Chưa ghi số phiếu phát ra."),
                widget.tr("Ghi khi phát xong, từng hòm một."),
                "",
                "stock.issued",
            )
        )
    return found


def _problem(widget: QWidget, problem: Problem, view: MeetingView) -> Finding:
    headline = {
        "E202": widget.tr("Thu về {collected} phiếu, phát ra {issued}."),
        "E203": widget.tr("Phát ra, không dùng và đổi cộng là {told}, đã in {printed}."),
        "E204": widget.tr("Có mặt {present} {unit}, danh sách có {electorate}."),
        "E205": widget.tr("Phát ra {issued} phiếu, thôn có {present} hộ.")
        if view.handed_out
        else widget.tr("Phát ra {issued} phiếu, có mặt {present} {unit}."),
        "W203": widget.tr("Phát ra {issued} phiếu, thu về {collected}."),
        "W204": widget.tr("Mới có mặt {present} {unit}, cần {needed}."),
    }[problem.code].format(unit=electors_unit(voters=view.voters), **problem.context)
    sentence = problem_sentence(problem)
    kind = "wrong" if problem.code.startswith("E") else "attention"
    return Finding(kind, headline, sentence, problem.code, problem.fields[0])
