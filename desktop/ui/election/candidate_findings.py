"""What is missing or wrong among candidates and officials, in words for the clerk."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.services.candidate_views import CandidatesView
from desktop.services.officials import Lack
from desktop.ui.widgets.findings import Finding
from desktop.wording import problem_sentence


def candidate_findings(widget: QWidget, view: CandidatesView) -> list[Finding]:
    """List findings, errors first; each aims at ``("candidate", n)`` or ``("role", key)``."""
    found = []
    for problem in view.problems:
        official, _ = problem.fields
        name = _team(view)[int(official[len("officials[") : -1])]
        found.append(
            Finding(
                "wrong",
                widget.tr("{0} vừa ứng cử vừa ở trong tổ.").format(name),
                problem_sentence(problem).removesuffix(f" ({problem.code})"),
                problem.code,
                ("role", next(line.role for line in view.officials if line.name == name)),
            )
        )
    number = len(view.candidates)
    if number < view.least or (view.most is not None and number > view.most):
        found.append(
            Finding(
                "attention",
                widget.tr("Có {0} người ứng cử.").format(number),
                _wanted(widget, view.least, view.most, widget.tr("Quy định cần {0} người.")),
                "",
                ("candidate", 0),
            )
        )
    for line in view.candidates:
        if view.age_min is not None and line.age is not None and line.age < view.age_min:
            headline = widget.tr("{0} mới {1} tuổi vào ngày bầu.").format(line.person.name, line.age)
            sentence = widget.tr("Người ứng cử phải từ đủ {0} tuổi. Xem lại ngày sinh hoặc thay người.")
            target = ("candidate", line.position)
            found.append(Finding("attention", headline, sentence.format(view.age_min), "", target))
        if not line.person.sex_known:
            headline = widget.tr("Chưa biết giới của {0}.").format(line.person.name)
            sentence = widget.tr("Phiếu sẽ in “Ông”. Ghi giới ở Hộ và cử tri nếu không phải.")
            found.append(Finding("attention", headline, sentence, "", ("candidate", line.position)))
    if view.officials_editable:
        found += [_lack(widget, lack) for lack in view.lacks]
    return found


def _lack(widget: QWidget, lack: Lack) -> Finding:
    headline = {
        "team_head": widget.tr("Chưa có tổ trưởng tổ bầu cử."),
        "counting_head": widget.tr("Chưa có tổ trưởng kiểm phiếu."),
        "counting": widget.tr("Ban kiểm phiếu có {0} người."),
        "witness": widget.tr("Có {0} hộ chứng kiến."),
    }[lack.part].format(lack.have)
    if lack.part in ("team_head", "counting_head") and lack.have > 1:
        headline = widget.tr("Có {0} tổ trưởng.").format(lack.have)
    sentence = _wanted(
        widget, lack.least, lack.most, widget.tr("Cần {0} người, thiếu thì chưa lập được biên bản.")
    )
    role = {"counting": "counting_member"}.get(lack.part, lack.part)
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
    return [line.name for line in view.officials if line.role != "witness"]
