"""What the counting step asks before somebody types or works alone, and how a count is closed and opened."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.counting.counting_views import CountingView
from desktop.services.counting.counts import finalise, reopen
from desktop.ui.counting.operator_dialog import OperatorDialog
from desktop.ui.page.step import Step
from desktop.ui.widgets.dialogs import ask, ask_text


def operator_dialog(
    step: Step, view: CountingView, *, only: tuple[int, ...] = (), correct: tuple[str, ...] = ()
) -> OperatorDialog:
    """Return the question who types.

    Args:
        step: the counting step.
        view: the count.
        only: keys of operators who may; empty for everybody.
        correct: fields of an agreed count that are to be typed anew.
    """
    say = QCoreApplication.translate
    if only:
        headline = say("Count", "Ai đọc lại tờ giấy?")
        sentence = say("Count", "Một trong hai người đã nhập gõ lại các ô này theo tờ giấy đã ký.")
    else:
        headline = say("Count", "Lượt nhập {0}: ai nhập?").format(len(view.entries) + 1)
        sentence = say(
            "Count", "Gõ từ trên xuống theo tờ giấy đã ký. Người nhập lượt hai không xem lượt một."
        )
    return OperatorDialog(
        step.context, view.code, headline, sentence, only=only, correct=correct, parent=step
    )


def ask_alone(parent: QWidget) -> bool:
    """Ask whether one person really works alone, and say that the minutes print it."""
    say = QCoreApplication.translate
    return ask(
        parent,
        say("Count", "Chỉ một người nhập?"),
        say(
            "Count",
            "Sẽ không có lượt thứ hai để so. Biên bản in dòng nói rằng số liệu do một người nhập. "
            "Chỉ chọn khi không có người thứ hai.",
        ),
        say("Count", "Một người nhập"),
    )


def finalise_count(step: Step) -> None:
    """Make the count final, and say what follows."""
    context, code = step.context, step.code
    said = QCoreApplication.translate("Count", "Đã chốt kết quả, lần lập {0}. Bước tiếp: in biên bản.")
    context.do(
        lambda _: finalise(context.workplace, code),
        "elections",
        "counts",
        done=lambda count: context.told.emit(said.format(count.revision), "done"),
    )


def reopen_count(step: Step) -> None:
    """Ask why a finalised count is opened again, and open it."""
    say = QCoreApplication.translate
    reason = ask_text(
        step,
        say("Count", "Mở lại kết quả đã chốt?"),
        say(
            "Count",
            "Hai người nhập lại từ đầu. Biên bản mới in “thay thế” và lý do này; bản cũ được giữ nguyên.",
        ),
        say("Count", "Lý do mở lại"),
        say("Count", "Mở lại"),
    )
    if reason is not None:
        context, code = step.context, step.code
        context.do(lambda _: reopen(context.workplace, code, reason), "elections", "counts")
