"""The words of standings, of what wants a person, and of kinds of branches."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.party.members import MemberLine
from desktop.services.party.standing import Standing, Trouble
from desktop.ui.widgets.state import State


def standing_word(standing: Standing) -> str:
    """Return the word of a standing."""
    tr = QCoreApplication.translate
    return {
        Standing.CHARGED: tr("Party", "Bị khởi tố, tạm giam"),
        Standing.SUSPENDED: tr("Party", "Đình chỉ sinh hoạt"),
        Standing.EXEMPT: tr("Party", "Miễn sinh hoạt"),
        Standing.ELSEWHERE: tr("Party", "Đi nơi khác"),
        Standing.HERE: tr("Party", "Nơi khác đến"),
        Standing.OFFICIAL: tr("Party", "Chính thức"),
        Standing.PROBATIONARY: tr("Party", "Dự bị"),
        Standing.UNKNOWN: tr("Party", "Cần xem"),
    }[standing]


def standing_state(line: MemberLine) -> State | None:
    """Return how a member's standing is marked; nothing for an official member with nothing to see."""
    if line.troubles:
        return State("attention", "")
    marks = {
        Standing.OFFICIAL: None,
        Standing.EXEMPT: State("same", ""),
        Standing.SUSPENDED: State("attention", ""),
        Standing.CHARGED: State("attention", ""),
    }
    return marks.get(line.standing, State("doing", ""))


def standing_detail(line: MemberLine) -> str:
    """Return what stands beneath the standing: what is missing, until when, from when, where."""
    tr = QCoreApplication.translate
    if line.troubles:
        return trouble_words(line.troubles[0])
    if line.until is not None:
        said = tr("Party", "đến {0:%d/%m/%Y}").format(line.until)
    elif line.since is not None:
        said = tr("Party", "từ {0:%d/%m/%Y}").format(line.since)
    else:
        return ""
    return f"{line.place}, {said}" if line.place else said


def trouble_words(trouble: Trouble) -> str:
    """Say what wants a person."""
    tr = QCoreApplication.translate
    return {
        Trouble.NO_ADMISSION: tr("Party", "thiếu ngày vào Đảng"),
        Trouble.ORDER: tr("Party", "ngày chính thức trước ngày vào Đảng"),
        Trouble.OVERDUE: tr("Party", "quá hạn dự bị, chưa ghi ngày chính thức"),
    }[trouble]
