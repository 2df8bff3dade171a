"""The words of the recognition step: the deadline, what is missing, what was decided."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.rules.vote_state import VoteState as S
from desktop.services.results.recognition_view import RecognitionView
from desktop.ui.widgets.findings import Finding
from desktop.ui.widgets.state import State

_SOON = 2


def due_state(view: RecognitionView) -> State:
    """Say how the deadline stands, with a shape."""
    say = QCoreApplication.translate
    if view.state != S.FINALISED:
        return State("done", say("Recognition", "đã quyết định"))
    if view.received_on is None:
        return State("not_yet", say("Recognition", "chưa nhận"))
    if view.due_on is None:
        return State("done", say("Recognition", "đã nhận"))
    left = (view.due_on - view.today).days
    if left < 0:
        return State("wrong", say("Recognition", "muộn {0} ngày").format(-left))
    if left == 0:
        return State("attention", say("Recognition", "hết hạn hôm nay"))
    kind = "attention" if left <= _SOON else "doing"
    return State(
        "attention" if kind == "attention" else "doing", say("Recognition", "còn {0} ngày").format(left)
    )


def due_words(view: RecognitionView) -> str:
    """Say by when the commune decides; the last working day where that is another."""
    say = QCoreApplication.translate
    if view.due_on is None:
        return ""
    said = say("Recognition", "Quyết định chậm nhất {0}.").format(f"{view.due_on:%d/%m/%Y}")
    if view.due_working is not None and view.due_working != view.due_on:
        said += " " + say("Recognition", "Ngày làm việc cuối: {0}.").format(f"{view.due_working:%d/%m/%Y}")
    return said


def made_words(view: RecognitionView) -> str:
    """Say what was decided last."""
    say = QCoreApplication.translate
    if not view.decisions:
        return ""
    made = view.decisions[-1]
    said = (
        say("Recognition", "Đã công nhận theo quyết định {0} ngày {1}")
        if made.accepted
        else say("Recognition", "Bầu lại theo quyết định {0} ngày {1}")
    )
    return said.format(made.number, f"{made.decided_on:%d/%m/%Y}")


def findings_of(view: RecognitionView | None) -> list[Finding]:
    """List what is missing before the decision can be recorded."""
    say = QCoreApplication.translate
    if view is None:
        headline = say("Recognition", "Chưa chốt kết quả kiểm phiếu.")
        return [
            Finding("not_yet", headline, say("Recognition", "Chốt kết quả rồi mới trình xã."), "", "counting")
        ]
    if view.state != S.FINALISED:
        return []
    found = []
    if view.received_on is None:
        headline = say("Recognition", "Chưa ghi ngày nhận kết quả.")
        sentence = say("Recognition", "Hạn ra quyết định tính từ ngày này.")
        found.append(Finding("attention", headline, sentence, "", "received"))
    state = due_state(view)
    if state.kind == "wrong":
        headline = say("Recognition", "Quá hạn quyết định: {0}.").format(state.word)
        found.append(Finding("wrong", headline, due_words(view), "", "number"))
    if not view.number:
        headline = say("Recognition", "Chưa ghi số quyết định.")
        found.append(
            Finding("not_yet", headline, say("Recognition", "Lấy số ở sổ công văn của xã."), "", "number")
        )
    if view.decided_on is None:
        headline = say("Recognition", "Chưa ghi ngày quyết định.")
        found.append(
            Finding("not_yet", headline, say("Recognition", "Để trống thì in dòng chấm."), "", "decided_on")
        )
    return found
