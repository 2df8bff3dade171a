"""What can be done with a hamlet: added, renamed, merged, split, ended, and the last change undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.services.office.workplace import Workplace
from desktop.services.people.households import households
from desktop.services.people.voters import voters
from desktop.services.places.hamlets import HamletLine, add_hamlet
from desktop.services.places.shares import dissolve, split
from desktop.services.places.succession import LastChange, end_hamlet, merge, rename, undo_change
from desktop.ui.page.page import Context
from desktop.ui.page.submitted_question import Asked, Submit
from desktop.ui.places.end_question import EndAnswer, EndQuestion
from desktop.ui.places.hamlet_question import HamletAnswer, HamletQuestion, Offer
from desktop.ui.places.split_question import SplitAnswer, SplitQuestion
from desktop.vietnamese.hamlet_kinds import USUAL_KIND

# No hamlet has as many households.
_ALL = 100_000


class HamletActions(QObject):
    """The questions, which stand over the window while it goes on, and what follows from their answers.

    ``commune`` is its name in a sentence, whose People's Council decides.

    Args:
        context: the open office and the runner.
        parent: over whose window the questions stand.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._parent = context, parent
        self.commune = ""

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
            on = answer.day or place.today()
            rename(place, line.code, answer.kind, answer.name, on, answer.decision)

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
            on = answer.day or place.today()
            merge(place, answer.codes, answer.kind, answer.name, on, answer.decision)

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

    def split(self, line: HamletLine) -> None:
        """Make two hamlets of one."""

        def work(place: Workplace, answer: SplitAnswer) -> None:
            split(place, line.code, answer.shares, answer.day, answer.decision)

        asked = Asked(
            self.tr("Tách {0}").format(line.full_name),
            self.tr("Thôn cũ kết thúc hôm trước ngày tách; mỗi hộ đang ở sang một trong hai thôn."),
            self.tr("Tách"),
        )

        def show(homes: dict[int, str]) -> None:
            window, submit = self._parent.window(), self._submit(work)
            question = SplitQuestion(window, asked, (line.kind, line.name), homes, submit)
            question.day.set_value(self._context.workplace.today())
            question.decision.offer_issuer(self.commune)
            question.open()

        self._with_homes(line, show)

    def end(self, line: HamletLine, living: Mapping[str, str]) -> None:
        """End a hamlet; ``living`` are the hamlets that may take its households."""

        def work(place: Workplace, answer: EndAnswer) -> None:
            if answer.homes_of:
                dissolve(place, line.code, answer.homes_of, answer.day + timedelta(days=1), answer.decision)
            else:
                end_hamlet(place, line.code, answer.day, answer.decision)

        asked = Asked(
            self.tr("Giải thể {0}").format(line.full_name),
            self.tr("Hộ còn ở thì chọn thôn nhận. Giấy tờ cũ vẫn giữ tên thôn."),
            self.tr("Giải thể"),
        )
        yesterday = self._context.workplace.today() - timedelta(days=1)
        others = {code: words for code, words in living.items() if code != line.code}

        def show(homes: dict[int, str]) -> None:
            window, submit = self._parent.window(), self._submit(work)
            question = EndQuestion(window, asked, yesterday, homes, others, submit)
            question.decision.offer_issuer(self.commune)
            question.open()

        self._with_homes(line, show)

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
        question.decision.offer_issuer(self.commune)
        question.open()
        return question

    def _with_homes(self, line: HamletLine, show: Callable[[dict[int, str]], None]) -> None:
        """Read the households of a hamlet and its voters without one, by key and in words, and then ask."""
        place, word = self._context.workplace, self.tr("{0} (cử tri không có hộ)")

        def homes() -> dict[int, str]:
            page = households(place, line.code, limit=_ALL)
            alone = voters(place, line.code, limit=_ALL)
            said = {one.id: ", ".join(filter(None, (one.head, one.birth))) for one in page.lines}
            return said | {-one.id: word.format(one.name) for one in alone.lines}

        self._context.ask(homes, show)

    def _submit(self, work: Callable[[Workplace, Any], None]) -> Submit:
        place = self._context.workplace
        return lambda answer, done, failed: self._context.do(
            lambda _: work(place, answer), done=done, failed=failed
        )
