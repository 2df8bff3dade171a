"""What can be done with a hamlet: added, renamed, merged with others, ended; each asks first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.services.hamlet_import import USUAL_KIND
from desktop.services.hamlets import HamletLine, add_hamlet, end_hamlet, merge, rename
from desktop.services.workplace import Workplace
from desktop.ui.day_question import DayQuestion
from desktop.ui.hamlet_question import HamletAnswer, HamletQuestion, Offer, Submit
from desktop.ui.page import Context

_CHANGES = ("units", "households")


class HamletActions(QObject):
    """The questions, and what follows from their answers.

    Args:
        context: the open office and the runner.
        page: the page that asks.
    """

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def add(self, added: Callable[[str], None]) -> None:
        """Add a hamlet; ``added`` is given its code."""

        def work(place: Workplace, answer: HamletAnswer) -> None:
            added(add_hamlet(place, answer.kind, answer.name, answer.day))

        HamletQuestion(
            self._page.window(),
            self.tr("Thêm thôn, khu phố"),
            self.tr("Thôn mới nhận mã tiếp theo của xã. Thôn lập từ thôn cũ thì dùng “Nhập thôn…”."),
            self.tr("Thêm"),
            Offer(kind=USUAL_KIND),
            self._submit(work),
        ).exec()

    def rename(self, line: HamletLine) -> None:
        """Give a hamlet another name from a day on."""

        def work(place: Workplace, answer: HamletAnswer) -> None:
            rename(place, line.code, answer.kind, answer.name, answer.day or place.today())

        HamletQuestion(
            self._page.window(),
            self.tr("Đổi tên {0}").format(line.full_name),
            self.tr("Giấy tờ trước ngày đổi vẫn mang tên cũ. Các hộ đang ở chuyển sang tên mới."),
            self.tr("Đổi tên"),
            Offer(line.kind, line.name, self._context.workplace.today(), needs_day=True),
            self._submit(work),
        ).exec()

    def merge(self, line: HamletLine, living: Mapping[str, str]) -> None:
        """Make one hamlet of several; ``living`` are the codes and names to choose from."""

        def work(place: Workplace, answer: HamletAnswer) -> None:
            merge(place, answer.codes, answer.kind, answer.name, answer.day or place.today())

        today = self._context.workplace.today()
        HamletQuestion(
            self._page.window(),
            self.tr("Nhập các thôn thành một"),
            self.tr("Các thôn được chọn kết thúc hôm trước ngày nhập; hộ đang ở chuyển sang thôn mới."),
            self.tr("Nhập thôn"),
            Offer(line.kind, "", today, needs_day=True, hamlets=living, ticked=(line.code,)),
            self._submit(work),
        ).exec()

    def end(self, line: HamletLine) -> None:
        """End a hamlet without households."""
        place = self._context.workplace
        DayQuestion(
            self._page.window(),
            self.tr("Kết thúc {0}").format(line.full_name),
            self.tr("Chỉ kết thúc được thôn không còn hộ nào. Giấy tờ cũ vẫn giữ tên thôn."),
            words=self.tr("Ngày cuối"),
            yes=self.tr("Kết thúc"),
            day=place.today() - timedelta(days=1),
            submit=lambda day, done, failed: self._context.do(
                lambda _: end_hamlet(place, line.code, day), *_CHANGES, done=done, failed=failed
            ),
        ).exec()

    def _submit(self, work: Callable[[Workplace, HamletAnswer], Any]) -> Submit:
        place = self._context.workplace
        return lambda answer, done, failed: self._context.do(
            lambda _: work(place, answer), *_CHANGES, done=done, failed=failed
        )
