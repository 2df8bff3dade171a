"""What is asked before somebody types a count, or works alone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.rules.vote_state import VoteState
from desktop.services.counting.counting_views import CountingView, TallyMade
from desktop.ui.counting.operator_dialog import OperatorDialog
from desktop.ui.page.page import Context
from desktop.ui.widgets.dialogs.question import TextQuestion, ask


def operator_dialog(
    context: Context,
    view: CountingView,
    *,
    only: tuple[int, ...] = (),
    correct: tuple[str, ...] = (),
    first: int | None = None,
    parent: QWidget | None = None,
) -> OperatorDialog:
    """Return the question who types.

    Args:
        context: the open office.
        view: the count.
        only: keys of operators who may; empty for everybody.
        correct: fields of an agreed count that are to be typed anew.
        first: the operator who is chosen at first.
        parent: what the question stands over.
    """
    say = QCoreApplication.translate
    if only:
        headline = say("Count", "Ai đọc lại tờ giấy?")
        sentence = say("Count", "Một trong hai người đã nhập gõ lại các ô này theo tờ giấy đã ký.")
    else:
        headline = say("Count", "Lượt nhập {0}: ai nhập?").format(len(view.entries) + 1)
        sentence = say("Count", "Gõ từ trên xuống theo tờ giấy đã ký. Người nhập lượt 2 không xem lượt 1.")
    return OperatorDialog(
        context, view.code, headline, sentence, only=only, correct=correct, first=first, parent=parent
    )


def tally_dialog(context: Context, view: CountingView, parent: QWidget | None = None) -> OperatorDialog:
    """Return the question who reads the ballots one by one; who made an entry reads the box again."""
    say = QCoreApplication.translate
    again = view.state in (VoteState.DIFFERENT, VoteState.AGREED)
    begun = open_tally(view)
    if again:
        headline = say("Count", "Ai kiểm lại từng phiếu?")
        sentence = say("Count", "Một trong hai người đã kiểm đọc lại cả hòm. Nhật ký của lượt trước vẫn giữ.")
    else:
        headline = say("Count", "Kiểm từng phiếu, lượt {0}: ai ghi?").format(len(view.entries) + 1)
        sentence = say(
            "Count", "Mỗi phiếu đọc lên, bấm một phím. Số của lượt này được giấu cho tới khi lượt kia khóa."
        )
    dialog = OperatorDialog(
        context,
        view.code,
        headline,
        sentence,
        only=tuple(made.operator.id for made in view.entries) if again else (),
        first=begun.operator.id if begun is not None else None,
        parent=parent,
    )
    dialog.read_ballots(may_be_alone=view.state == VoteState.MEETING)
    return dialog


def open_tally(view: CountingView) -> TallyMade | None:
    """Return the count ballot by ballot that was interrupted last; None where none was."""
    made = {entry.operator.id for entry in view.entries}
    again = view.state in (VoteState.DIFFERENT, VoteState.AGREED)
    begun = [
        one
        for one in view.tallies
        if one.locked_at is None and one.read and (one.operator.id in made) is again
    ]
    return begun[-1] if begun else None


def ask_empty(parent: QWidget, empty: int) -> bool:
    """Ask whether boxes are left empty because the paper says nothing there."""
    say = QCoreApplication.translate
    return ask(
        parent,
        say("Count", "Còn {0} ô để trống").format(empty),
        say(
            "Count",
            "Chỉ để trống khi tờ giấy không ghi số ở mục đó; giấy ghi 0 thì gõ 0. Còn mục trống thì chưa "
            "tính được kết quả.",
        ),
        say("Count", "Giấy không ghi, để trống"),
        say("Count", "Gõ tiếp"),
        danger=True,
    )


def ask_opinions(parent: QWidget, written: str) -> str | None:
    """Ask what households wrote on their slips besides; empty words take back what stood there."""
    say = QCoreApplication.translate
    question = TextQuestion(
        parent,
        say("Count", "Hộ có ghi ý kiến khác không?"),
        say(
            "Count",
            "Ghi số phiếu và nội dung như tổ phát phiếu đọc, không ghi tên hộ. "
            "Để trống thì biên bản in “không có”.",
        ),
        say("Count", "Ý kiến khác"),
        say("Count", "Ghi"),
        may_be_empty=True,
    )
    question.field.set_value(written)
    return str(question.field.value() or "") if question.exec() else None


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
