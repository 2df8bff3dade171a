"""What can be done with a hamlet: added, renamed, merged with others, ended, and the last change undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.services.office.workplace import Workplace
from desktop.services.places.hamlets import HamletLine, add_hamlet
from desktop.services.places.succession import LastChange, end_hamlet, merge, rename, undo_change
from desktop.ui.page.page import Context
from desktop.ui.page.submitted_question import Asked, DayQuestion, Submit
from desktop.ui.places.hamlet_question import HamletAnswer, HamletQuestion, Offer
from desktop.vietnamese.hamlet_kinds import USUAL_KIND


class HamletActions(QObject):
    """The questions, which stand over the window while it goes on, and what follows from their answers.

    Args:
        context: the open office and the runner.
        parent: over whose window the questions stand.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._parent = context, parent

    def add(self, added: Callable[[str], None]) -> None:
        """Add a hamlet; ``added`` is given its code."""

        def work(place: Workplace, answer: HamletAnswer) -> None:
            added(add_hamlet(place, answer.kind, answer.name, answer.day))

        asked = Asked(
            self.tr("Thêm thôn, khu phố"),
            self.tr("Thôn mới nhận mã tiếp theo của xã. Thôn lập từ thôn cũ thì dùng “Sáp nhập…”."),
            self.tr("Thêm"),
        )
        self._ask(asked, Offer(kind=USUAL_KIND), work)

    def rename(self, line: HamletLine) -> None:
        """Give a hamlet another name from a day on."""

        def work(place: Workplace, answer: HamletAnswer) -> None:
            rename(place, line.code, answer.kind, answer.name, answer.day or place.today())

        asked = Asked(
            self.tr("Đổi tên {0}").format(line.full_name),
            self.tr("Giấy tờ trước ngày đổi vẫn mang tên cũ. Các hộ đang ở chuyển sang tên mới."),
            self.tr("Đổi tên"),
        )
        today = self._context.workplace.today()
        self._ask(asked, Offer(line.kind, line.name, today, needs_day=True), work)

    def merge(self, line: HamletLine, living: Mapping[str, str], by_file: Callable[[], None]) -> None:
        """Make one hamlet of several; ``living`` are the codes and names to choose from.

        ``by_file`` is called instead where many are to be merged as a workbook says.
        """

        def work(place: Workplace, answer: HamletAnswer) -> None:
            merge(place, answer.codes, answer.kind, answer.name, answer.day or place.today())

        asked = Asked(
            self.tr("Sáp nhập các thôn thành một"),
            self.tr("Các thôn được chọn kết thúc hôm trước ngày sáp nhập; hộ đang ở chuyển sang thôn mới."),
            self.tr("Sáp nhập"),
        )
        today = self._context.workplace.today()
        offer = Offer(line.kind, "", today, needs_day=True, hamlets=living, ticked=(line.code,))
        question = self._ask(asked, offer, work)

        def many() -> None:
            question.reject()
            by_file()

        question.by_file.clicked.connect(lambda _=False: many())

    def end(self, line: HamletLine) -> None:
        """End a hamlet without households."""
        asked = Asked(
            self.tr("Kết thúc {0}").format(line.full_name),
            self.tr("Chỉ kết thúc được thôn không còn hộ nào. Giấy tờ cũ vẫn giữ tên thôn."),
            self.tr("Kết thúc"),
        )
        yesterday = self._context.workplace.today() - timedelta(days=1)
        submit = self._submit(lambda place, day: end_hamlet(place, line.code, day))
        DayQuestion(self._parent.window(), asked, self.tr("Ngày cuối"), yesterday, submit).open()

    def undo(self, change: LastChange) -> None:
        """Take the last change of a hamlet back."""
        place, said = self._context.workplace, self.tr("Đã hoàn tác; danh sách thôn như trước khi đổi.")
        self._context.do(
            lambda _: undo_change(place, change.batch),
            done=lambda _: self._context.told.emit(said, "done"),
        )

    def _ask(
        self, asked: Asked, offer: Offer, work: Callable[[Workplace, HamletAnswer], None]
    ) -> HamletQuestion:
        question = HamletQuestion(self._parent.window(), asked, offer, self._submit(work))
        question.open()
        return question

    def _submit(self, work: Callable[[Workplace, Any], None]) -> Submit:
        place = self._context.workplace
        return lambda answer, done, failed: self._context.do(
            lambda _: work(place, answer), done=done, failed=failed
        )
