"""The words of what a meeting raises its hands for before it votes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def approved_word(field: str, *, by_hands: bool) -> str:
    """Name what is approved, as the minutes of the meeting do; raised hands need no committee."""
    say = QCoreApplication.translate
    words = {
        "secretary_approval": say("Proceedings", "Thư ký"),
        "list_approval": say("Proceedings", "Danh sách ứng cử"),
        "form_approval": say("Proceedings", "Hình thức bầu"),
        "committee_approval": say("Proceedings", "Ban kiểm phiếu"),
    }
    if by_hands:
        words["committee_approval"] = say("Proceedings", "Người chứng kiến")
    return words[field]


def approval_word(field: str, *, by_hands: bool) -> str:
    """Say by how many what was approved."""
    said = approved_word(field, by_hands=by_hands)
    return QCoreApplication.translate("Proceedings", "Tán thành {0}").format(said[:1].lower() + said[1:])
