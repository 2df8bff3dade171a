"""What is asked before a count is locked: figures that nobody reads off ballots, why it is unlike the box."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.counting.cluster_figures import part_of
from desktop.services.counting.tallies import OpenTally
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.fields.text import NumberField, TextField


class LockQuestion(Question):
    """Number fields as the meeting filled them; where the box held another number, a sentence.

    Args:
        opened: the count.
        read: ballots that were read.
        parent: the screen.
    """

    def __init__(self, opened: OpenTally, read: int, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            self.tr("Khóa lượt {0} với {1} phiếu?").format(opened.number, read),
            _sentence(opened, read),
            self.tr("Khóa lượt {0}").format(opened.number),
        )
        self._fields: dict[str, NumberField] = {}
        for field, known in opened.asked.items():
            typed = NumberField(_words(part_of(field)), self)
            typed.set_value(known)
            self.body.addWidget(typed)
            self._fields[field] = typed
        self.why: TextField | None = None
        if opened.in_box is not None and opened.in_box != read:
            self.why = TextField(self.tr("Vì sao khác số phiếu trong hòm"), self)
            self.body.addWidget(self.why)
        first = next((one for one in self._fields.values() if one.value() is None), None)
        if self.why is not None or first is not None:
            (first or self.why or self).setFocus()

    def figures(self) -> dict[str, int | None]:
        """Return the figures, by field."""
        return {field: typed.value() for field, typed in self._fields.items()}

    def unlike_box(self) -> str:
        """Return why it was unlike the box; empty where it wasn't."""
        return str(self.why.value()) if self.why is not None else ""

    def _agree(self) -> None:
        typed = list(self._fields.values())
        for field in typed:
            field.commit()
        empty = next((one for one in typed if one.value() is None and not one.problem()), None)
        if empty is not None:
            empty.set_problem(self.tr("Ghi số theo tờ giấy của cuộc họp; không có thì gõ 0."))
        wrong = next((one for one in typed if one.problem()), None)
        if wrong is not None:
            wrong.setFocus()
            return
        if self.why is not None and not self.why.value():
            self.why.set_problem(self.tr("Ghi một câu: câu này đứng cạnh kết quả kiểm."))
            self.why.setFocus()
            return
        self.accept()


def _sentence(opened: OpenTally, read: int) -> str:
    say = QCoreApplication.translate
    if opened.in_box is None:
        said = say("Tally", "Cuộc họp chưa ghi số phiếu trong hòm, nên chưa so được.")
    elif opened.in_box == read:
        said = say("Tally", "Đã đọc đủ số phiếu trong hòm.")
    elif opened.in_box > read:
        said = say("Tally", "Trong hòm có {0} phiếu: còn {1} phiếu chưa đọc.").format(
            opened.in_box, opened.in_box - read
        )
    else:
        said = say("Tally", "Trong hòm có {0} phiếu: đã đọc thừa {1} phiếu.").format(
            opened.in_box, read - opened.in_box
        )
    return f"{said} {say('Tally', 'Khóa rồi thì không thêm, bỏ phiếu được nữa.')}"


def _words(field: str) -> str:
    say = QCoreApplication.translate
    return {
        "present": say("Tally", "Có mặt"),
        "issued": say("Tally", "Phiếu phát ra"),
        "unused": say("Tally", "Phiếu không dùng, đã đổi"),
    }[field]
