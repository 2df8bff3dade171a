"""What is missing or wrong among candidates and officials, in words for the clerk."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.errors import Problem
from desktop.rules.eligibility import COMMUNE
from desktop.services.elections.candidate_views import CandidateLine, CandidatesView
from desktop.services.elections.officials import MAY_STAND, Lack
from desktop.ui.widgets.findings import Finding
from desktop.wording import problem_sentence

_KINDS = {"E": "wrong", "W": "attention", "N": "same"}
_WORST_FIRST = ("wrong", "attention", "not_yet", "same")


def candidate_findings(widget: QWidget, view: CandidatesView) -> list[Finding]:
    """List findings, errors first; each aims at ``("candidate", n)`` or ``("role", key)``."""
    found = []
    for problem in view.problems:
        if problem.code == "E502":
            found.append(_in_the_team(widget, view, problem))
        else:
            found.append(_may_not_stand(widget, view, problem))
    number = len(view.candidates)
    if number < view.least or (view.most is not None and number > view.most):
        found.append(
            Finding(
                "attention",
                (widget.tr("Có {0} người ứng cử.") if number else widget.tr("Chưa có người ứng cử.")).format(
                    number
                ),
                _wanted(widget, view.least, view.most, widget.tr("Quy định cần {0} người.")),
                "",
                ("candidate", 0),
            )
        )
    for line in view.candidates:
        if not line.person.title:
            headline = widget.tr("Chưa biết giới của {0}.").format(line.person.name)
            sentence = widget.tr("Phiếu in tên, không có “Ông”, “Bà”. {0}").format(_where(widget, line))
            found.append(Finding("attention", headline, sentence, "", ("candidate", line.position)))
    if view.officials_editable:
        found += [_lack(widget, lack) for lack in view.lacks]
    return sorted(found, key=lambda finding: _WORST_FIRST.index(finding.kind))


def candidate_at(view: CandidatesView, problem: Problem) -> CandidateLine:
    """Return the candidate whom a finding such as ``candidates[1].birth`` speaks of."""
    index = problem.fields[0].removeprefix("candidates[").partition("]")[0]
    return view.candidates[int(index)]


def _in_the_team(widget: QWidget, view: CandidatesView, problem: Problem) -> Finding:
    official, _ = problem.fields
    name = _team(view)[int(official[len("officials[") : -1])]
    return Finding(
        "wrong",
        widget.tr("{0} vừa ứng cử vừa ở trong tổ.").format(name),
        problem_sentence(problem),
        problem.code,
        ("role", next(line.role for line in view.officials if line.name == name)),
    )


def _may_not_stand(widget: QWidget, view: CandidatesView, problem: Problem) -> Finding:
    line = candidate_at(view, problem)
    name, least = line.person.name, problem.context.get("least")
    young = widget.tr("{0} mới {1} tuổi vào ngày bầu.").format(name, problem.context.get("age"))
    headline, sentence = {
        "E503": (
            young,
            widget.tr("Phải từ đủ {0} tuổi, nên chưa in được phiếu. Xem lại ngày sinh hoặc thay người."),
        ),
        "W503": (
            young,
            widget.tr(
                "Cần từ đủ {0} tuổi, nhưng chưa ai đọc bản chính thức của điều khoản. Hỏi lại cấp trên."
            ),
        ),
        "W504": (
            widget.tr("Chưa biết ngày sinh của {0}.").format(name),
            widget.tr("Chưa kiểm tra được tuổi từ đủ {0}. {1}"),
        ),
        "N504": (
            widget.tr("Ngày sinh của {0} chưa đủ ngày, tháng.").format(name),
            widget.tr("Tuổi tính từ ngày đầu của năm hoặc tháng đó: đủ {0} tuổi vào ngày bầu."),
        ),
        "W505": _elsewhere(widget, name, problem),
    }[problem.code]
    sentence = sentence.format(least, _where(widget, line))
    return Finding(_KINDS[problem.code[0]], headline, sentence, problem.code, ("candidate", line.position))


def _elsewhere(widget: QWidget, name: str, problem: Problem) -> tuple[str, str]:
    if problem.context.get("area") == COMMUNE:
        return (
            widget.tr("{0} không đứng tên chủ hộ nào của xã.").format(name),
            widget.tr("Kiểm tra người này cư trú thường xuyên trên địa bàn xã."),
        )
    return (
        widget.tr("{0} không đứng tên chủ hộ nào của thôn.").format(name),
        widget.tr("Kiểm tra người này thường trú và cư trú thường xuyên ở thôn."),
    )


def _where(widget: QWidget, line: CandidateLine) -> str:
    if line.person.newcomer:
        return widget.tr("Bỏ dòng này rồi ghi lại cho đủ.")
    return widget.tr("Ghi thêm ở Hộ và cử tri.")


def _lack(widget: QWidget, lack: Lack) -> Finding:
    headline = {
        "team_head": widget.tr("Chưa có tổ trưởng tổ bầu cử."),
        "counting_head": widget.tr("Chưa có tổ trưởng kiểm phiếu."),
        "counting": widget.tr("Ban kiểm phiếu có {0} người."),
        "hand_out_head": widget.tr("Chưa có tổ trưởng tổ phát phiếu."),
        "hand_out": widget.tr("Tổ phát phiếu có {0} người."),
        "witness": widget.tr("Có {0} hộ chứng kiến."),
    }[lack.part].format(lack.have)
    if not lack.have:
        headline = {
            "counting": widget.tr("Chưa có ai trong Ban kiểm phiếu."),
            "hand_out": widget.tr("Chưa có ai trong tổ phát phiếu."),
            "witness": widget.tr("Chưa có hộ chứng kiến."),
        }.get(lack.part, headline)
    if lack.part in ("team_head", "counting_head", "hand_out_head") and lack.have > 1:
        headline = widget.tr("Có {0} tổ trưởng.").format(lack.have)
    sentence = _wanted(
        widget, lack.least, lack.most, widget.tr("Cần {0} người, thiếu thì chưa lập được biên bản.")
    )
    role = {"counting": "counting_member", "hand_out": "hand_out_member"}.get(lack.part, lack.part)
    return Finding("attention", headline, sentence, "", ("role", role))


def _wanted(widget: QWidget, least: int, most: int | None, sentence: str) -> str:
    if most is None:
        number = widget.tr("ít nhất {0}").format(least)
    elif least == most:
        number = str(least)
    else:
        number = widget.tr("từ {0} đến {1}").format(least, most)
    return sentence.format(number)


def _team(view: CandidatesView) -> list[str]:
    return [line.name for line in view.officials if line.role not in MAY_STAND]
