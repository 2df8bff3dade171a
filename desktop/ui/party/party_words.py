"""The words of standings, of what wants a person, of how somebody leaves, and of what is due."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.party.dues import DueKind
from desktop.services.party.member_views import MemberLine
from desktop.services.party.moves import Ending
from desktop.services.party.standing import Standing, Trouble
from desktop.ui.widgets.state import LOOKS, State


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


def standing_icon(line: MemberLine) -> str | None:
    """Return the shape of that mark."""
    mark = standing_state(line)
    return LOOKS[mark.kind].icon if mark is not None else None


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
        Trouble.STAYED: tr("Party", "hết hạn tạm thời, chưa ghi đi"),
    }[trouble]


def ending_word(ending: Ending) -> str:
    """Return the word of how somebody leaves a branch."""
    tr = QCoreApplication.translate
    return {
        Ending.MOVED: tr("Party", "Chuyển ra ngoài xã"),
        Ending.WITHIN: tr("Party", "Chuyển sang chi bộ khác trong xã"),
        Ending.DIED: tr("Party", "Từ trần"),
        Ending.STRUCK_OFF: tr("Party", "Xóa tên"),
        Ending.EXPELLED: tr("Party", "Khai trừ"),
        Ending.RESIGNED: tr("Party", "Xin ra khỏi Đảng"),
    }[ending]


def register_word(kind: str) -> str:
    """Return the word of a register, one of ``registers.REGISTERS``."""
    tr = QCoreApplication.translate
    return {
        "members": tr("Party", "Danh sách đảng viên, 14 cột"),
        "probationary": tr("Party", "Sổ đảng viên dự bị"),
        "left": tr("Party", "Sổ đảng viên ra khỏi Đảng"),
        "died": tr("Party", "Sổ đảng viên từ trần"),
        "cards_received": tr("Party", "Sổ nhận thẻ đảng viên"),
        "cards": tr("Party", "Sổ phát thẻ đảng viên"),
        "files_received": tr("Party", "Sổ giao, nhận hồ sơ"),
        "files_lent": tr("Party", "Sổ cho mượn hồ sơ"),
        "badges": tr("Party", "Sổ tặng Huy hiệu Đảng"),
        "rewards": tr("Party", "Sổ khen thưởng"),
        "resolutions": tr("Party", "Sổ nghị quyết"),
        "moves": tr("Party", "Sổ giới thiệu sinh hoạt Đảng"),
        "exempt": tr("Party", "Sổ đảng viên được miễn sinh hoạt"),
        "home": tr("Party", "Sổ đảng viên giữ liên hệ nơi cư trú"),
        "reconciliations": tr("Party", "Sổ đối chiếu danh sách với hồ sơ"),
    }[kind]


def due_word(kind: DueKind) -> str:
    """Say what is due."""
    tr = QCoreApplication.translate
    return {
        DueKind.PROBATION: tr("Party", "hết 12 tháng dự bị, xét công nhận chính thức"),
        DueKind.DECISION: tr("Party", "hạn quyết định công nhận chính thức"),
        DueKind.VOTE_AGAIN: tr("Party", "quá 45 ngày làm việc chưa có quyết định, chi bộ biểu quyết lại"),
        DueKind.EXEMPT: tr("Party", "hết hạn miễn sinh hoạt"),
        DueKind.ELSEWHERE: tr("Party", "hết hạn đi nơi khác"),
        DueKind.HERE: tr("Party", "hết hạn sinh hoạt tạm thời ở đây"),
        DueKind.SHOWN: tr("Party", "hạn xuất trình giấy giới thiệu ở nơi đến"),
        DueKind.MOVED: tr("Party", "quá 60 ngày làm việc, nơi đến chưa báo nhận"),
        DueKind.RECONCILE: tr("Party", "đối chiếu danh sách với hồ sơ"),
    }[kind]
