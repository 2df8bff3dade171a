"""The words of the sending page: what a package carries, its state, how long it waits."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from desktop.errors import PackageRefused
from desktop.services.exchange.outbox import Outbox, PackageLine, Travels
from desktop.services.office.workplace import local
from desktop.ui.widgets.findings import Finding
from desktop.ui.widgets.state import State
from desktop.wording import refusal_sentence

_OPEN = ("open", "waiting")


def content_words(line: PackageLine) -> str:
    """Say in a line what a package carries."""
    say = QCoreApplication.translate
    if line.beside:
        return say("Sending", "Trưởng thôn, cho Văn phòng Đảng ủy")
    said = say("Sending", "Kết quả {0}").format(units_words(line.stream, len(line.units)))
    if line.decisions:
        said += say("Sending", ", {0} quyết định").format(line.decisions)
    return said


def units_words(stream: str, number: int) -> str:
    """Say how many elect: hamlets, or in the stream of the Party branches."""
    say = QCoreApplication.translate
    said = say("Sending", "{0} chi bộ") if stream == "party" else say("Sending", "{0} thôn")
    return said.format(number)


def hamlet_words(names: tuple[str, ...]) -> str:
    """Name hamlets or branches one after the other."""
    return ", ".join(names)


def state_of(line: PackageLine) -> State:
    """Say what became of a package."""
    say = QCoreApplication.translate
    if line.outcome == "open" and line.written_at is None:
        return State("attention", say("Sending", "Chưa ghi ra USB"))
    return {
        "open": State("attention", say("Sending", "Chờ biên nhận")),
        "waiting": State("attention", say("Sending", "Chờ xem xét")),
        "accepted": State("done", say("Sending", "Có biên nhận")),
        "refused": State("refused", say("Sending", "Bị từ chối")),
    }[line.outcome]


def waited(line: PackageLine, now: datetime) -> str:
    """Say how long a package has waited; nothing once it is answered."""
    say = QCoreApplication.translate
    if line.outcome == "refused":
        return say("Sending", "làm lại")
    if line.outcome not in _OPEN:
        return ""
    since = max(now - line.sealed_at, timedelta())
    minutes = int(since.total_seconds()) // 60
    if minutes < 60:
        return say("Sending", "{0} phút").format(minutes)
    if minutes < 48 * 60:
        return say("Sending", "{0} giờ").format(minutes // 60)
    return say("Sending", "{0} ngày").format(minutes // (24 * 60))


def made_at(line: PackageLine, now: datetime) -> str:
    """Say when a package was sealed: the hour today, else the day."""
    sealed, today = local(line.sealed_at), local(now)
    return f"{sealed:%H:%M}" if sealed.date() == today.date() else f"{sealed:%d/%m}"


def spoken(code: str) -> str:
    """Write a telephone code in two halves."""
    return f"{code[:4]}-{code[4:]}"


def in_filter(line: PackageLine, index: int) -> bool:
    """Tell whether a package belongs to a filter: all, waiting, refused, answered."""
    return (True, line.outcome in _OPEN, line.outcome == "refused", line.outcome == "accepted")[index]


def findings_of(shown: Outbox) -> list[Finding]:
    """List what wants a person before or after sealing."""
    say = QCoreApplication.translate
    found = []
    if shown.recipient is None:
        headline = say("Sending", "Chưa có thẻ của cơ quan nhận.")
        sentence = say("Sending", "Không có thẻ thì chưa đóng gói được. Nạp tệp .the, gõ bốn nhóm.")
        found.append(Finding("wrong", headline, sentence, "", "card"))
    for line in shown.packages:
        if line.outcome == "refused":
            reason = refusal_sentence(PackageRefused(line.refused_by or "", where=line.file_name))
            headline = say("Sending", "Gói {0} bị từ chối.").format(line.sequence)
            found.append(Finding("wrong", headline, reason, _step_words(line.refused_by or ""), line.id))
        if line.missing:
            numbers = ", ".join(str(number) for number in line.missing)
            headline = say("Sending", "Cơ quan nhận còn thiếu gói {0}.").format(numbers)
            sentence = say("Sending", "Gói sau đã đủ số liệu; ghi lại gói thiếu vào USB nếu được hỏi.")
            found.append(Finding("attention", headline, sentence, "", line.id))
    if shown.travels is not None:
        found += _lacks(shown.travels)
    return found


def _step_words(step: str) -> str:
    """Name the check that a package failed, as the receiving office does on the telephone."""
    say = QCoreApplication.translate
    words = {
        ("size", "age", "zip"): say("Sending", "bước Mở"),
        ("signature", "format", "recipient", "mode"): say("Sending", "bước Chữ ký"),
        ("tagmanifest", "bag"): say("Sending", "bước Bảng kê"),
        ("records", "recount"): say("Sending", "bước Tính lại"),
        ("sequence",): say("Sending", "bước Thứ tự"),
    }
    return next((said for steps, said in words.items() if step.partition(".")[0] in steps), "")


def _lacks(travels: Travels) -> list[Finding]:
    say = QCoreApplication.translate
    found = []
    if travels.missing:
        lack = units_words(travels.stream, len(travels.missing))
        headline = say("Sending", "Còn {0} chưa chốt kết quả.").format(lack)
        sentence = say("Sending", "Gói vẫn gửi được; kết quả của {0} đi trong gói sau.").format(
            hamlet_words(travels.missing)
        )
        found.append(Finding("not_yet", headline, sentence))
    if travels.unprinted:
        headline = say("Sending", "Còn {0} biên bản chưa in.").format(len(travels.unprinted))
        sentence = say("Sending", "{0}: biên bản in rồi mới nằm trong gói.").format(
            hamlet_words(travels.unprinted)
        )
        found.append(Finding("attention", headline, sentence))
    return found
