"""What can be done with a hamlet: added, renamed, merged, split, ended, and the last change undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import Refusal
from desktop.services.office.workplace import Workplace
from desktop.services.people.households import households
from desktop.services.people.voters import voters
from desktop.services.places.hamlets import HamletLine, new_hamlet
from desktop.services.places.shares import dissolve, split
from desktop.services.places.succession import (
    LastChange,
    end_hamlet,
    made_by,
    merge,
    rename,
    undo_change,
)
from desktop.ui.page.page import Context
from desktop.ui.page.submitted_question import Asked, Submit
from desktop.ui.page.ways import Way
from desktop.ui.places.end_question import EndAnswer, EndQuestion
from desktop.ui.places.hamlet_question import HamletAnswer, HamletQuestion, Offer
from desktop.ui.places.split_question import SplitAnswer, SplitQuestion
from desktop.vietnamese.hamlet_kinds import USUAL_KIND

# No hamlet has as many households.
_ALL = 100_000


class HamletActions(QObject):
    """The questions, which stand over the window while it goes on, and what follows from their answers.

    ``changed`` carries the code of the hamlet to go to once a change was made or taken back.

    Attributes:
        commune: its name in a sentence, whose People's Council decides.

    Args:
        context: the open office and the runner.
        parent: over whose window the questions stand.
    """

    changed = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._parent = context, parent
        self.commune = ""
        # What stood in a question about a hamlet that was left unanswered: two hundred ticks are soon lost.
        self._left: dict[tuple[type, str], Any] = {}

    def add(self) -> None:
        """Add a hamlet."""

        def work(place: Workplace, answer: HamletAnswer) -> _Made:
            batch = new_hamlet(place, answer.kind, answer.name, answer.day)
            return _Made(made_by(place, batch), batch)

        asked = Asked(
            self.tr("Thêm thôn, khu phố"),
            self.tr("Thôn mới nhận mã tiếp theo của xã. Thôn lập từ thôn cũ thì dùng “Sáp nhập…”."),
            self.tr("Thêm"),
        )
        self._ask(asked, Offer(kind=USUAL_KIND), work, self.tr("Đã thêm {0}."))

    def rename(self, line: HamletLine) -> None:
        """Give a hamlet another name from a day on."""

        def work(place: Workplace, answer: HamletAnswer) -> _Made:
            on = answer.day or place.today()
            return _Made(line.code, rename(place, line.code, answer.kind, answer.name, on, answer.decision))

        asked = Asked(
            self.tr("Đổi tên {0}").format(line.full_name),
            self.tr("Giấy tờ trước ngày đổi vẫn mang tên cũ. Các hộ đang ở chuyển sang tên mới."),
            self.tr("Đổi tên"),
        )
        today = self._context.workplace.today()
        said = self.tr("{0} nay là {1}.").format(line.full_name, "{0}")
        self._ask(asked, Offer(line.kind, line.name, today, needs_day=True), work, said)

    def merge(self, line: HamletLine, living: Mapping[str, str], by_file: Callable[[], None]) -> None:
        """Make one hamlet of several; ``living`` are the codes and names to choose from.

        ``by_file`` is called instead where many are to be merged as a workbook says.
        """

        def work(place: Workplace, answer: HamletAnswer) -> _Made:
            on = answer.day or place.today()
            batch = merge(place, answer.codes, answer.kind, answer.name, on, answer.decision)
            return _Made(made_by(place, batch), batch)

        asked = Asked(
            self.tr("Sáp nhập các thôn thành một"),
            self.tr("Các thôn được chọn kết thúc hôm trước ngày sáp nhập; hộ đang ở chuyển sang thôn mới."),
            self.tr("Sáp nhập"),
        )
        today = self._context.workplace.today()
        offer = Offer(line.kind, "", today, needs_day=True, hamlets=living, ticked=(line.code,))
        question = self._ask(asked, offer, work, self.tr("Đã sáp nhập thành {0}."))

        def many() -> None:
            question.reject()
            by_file()

        question.by_file.clicked.connect(lambda _=False: many())

    def split(self, line: HamletLine) -> None:
        """Make two hamlets of one."""
        key = (SplitQuestion, line.code)

        def work(place: Workplace, answer: SplitAnswer) -> _Made:
            return _Made(line.code, split(place, line.code, answer.shares, answer.day, answer.decision))

        asked = Asked(
            self.tr("Tách {0}").format(line.full_name),
            self.tr("Thôn cũ kết thúc hôm trước ngày tách; mỗi hộ đang ở sang một trong hai thôn."),
            self.tr("Tách"),
        )
        today = self._context.workplace.today()

        def said(answer: SplitAnswer) -> str:
            made = [
                self.tr("{0} {1} ({2} hộ)").format(one.kind, one.name, len(one.households))
                for one in answer.shares
            ]
            return self.tr("Đã tách {0} thành {1} và {2}.").format(line.full_name, *made)

        def show(homes: dict[int, str]) -> None:
            window, submit = self._parent.window(), self._submit(work, said)
            question = SplitQuestion(window, asked, (line.kind, line.name), homes, submit)
            question.day.set_value(today)
            question.decision.offer_issuer(self.commune)
            self._go_on(question, key, lambda: question.answer(question.day.value() or today))
            question.open()

        self._with_homes(line, show)

    def end(self, line: HamletLine, living: Mapping[str, str]) -> None:
        """End a hamlet; ``living`` are the hamlets that may take its households."""
        key = (EndQuestion, line.code)

        def work(place: Workplace, answer: EndAnswer) -> _Made:
            if not answer.homes_of:
                return _Made(line.code, end_hamlet(place, line.code, answer.day, answer.decision))
            on = answer.day + timedelta(days=1)
            taken_by = next(iter(answer.homes_of))
            return _Made(taken_by, dissolve(place, line.code, answer.homes_of, on, answer.decision))

        asked = Asked(
            self.tr("Giải thể {0}").format(line.full_name),
            self.tr("Hộ còn ở thì chọn thôn nhận. Giấy tờ cũ vẫn giữ tên thôn."),
            self.tr("Giải thể"),
        )
        yesterday = self._context.workplace.today() - timedelta(days=1)
        others = {code: words for code, words in living.items() if code != line.code}

        def said(answer: EndAnswer) -> str:
            return self.tr("{0} kết thúc hết ngày {1:%d/%m/%Y}.").format(line.full_name, answer.day)

        def show(homes: dict[int, str]) -> None:
            window, submit = self._parent.window(), self._submit(work, said)
            question = EndQuestion(window, asked, yesterday, homes, others, submit)
            question.decision.offer_issuer(self.commune)
            self._go_on(question, key, question.left)
            question.open()

        self._with_homes(line, show)

    def undo(self, change: LastChange) -> None:
        """Take the last change of a hamlet back."""
        self._take_back("", change.batch)

    def _ask(
        self, asked: Asked, offer: Offer, work: Callable[[Workplace, HamletAnswer], _Made], said: str
    ) -> HamletQuestion:
        def words(answer: HamletAnswer) -> str:
            return said.format(f"{answer.kind} {answer.name}")

        question = HamletQuestion(self._parent.window(), asked, offer, self._submit(work, words))
        question.decision.offer_issuer(self.commune)
        question.open()
        return question

    def _go_on(
        self, question: SplitQuestion | EndQuestion, key: tuple[type, str], left: Callable[[], Any]
    ) -> None:
        """Show what the same question held when it was left, and keep what it holds when it is left now."""
        if key in self._left:
            question.take_up(self._left[key])
        question.rejected.connect(lambda: self._left.update({key: left()}))
        question.accepted.connect(lambda: self._left.pop(key, None))

    def _with_homes(self, line: HamletLine, show: Callable[[dict[int, str]], None]) -> None:
        """Read the households of a hamlet and its voters without one, by key and in words, and then ask."""
        place, word = self._context.workplace, self.tr("{0} (cử tri không có hộ)")

        def homes() -> dict[int, str]:
            page = households(place, line.code, limit=_ALL)
            alone = voters(place, line.code, limit=_ALL)
            said = {one.id: ", ".join(filter(None, (one.head, one.birth))) for one in page.lines}
            return said | {-one.id: word.format(one.name) for one in alone.lines}

        self._context.ask(homes, show)

    def _submit(self, work: Callable[[Workplace, Any], _Made], said: Callable[[Any], str]) -> Submit:
        """Hand an answer to a use case; the message that says what came of it offers to take it back."""
        place, context = self._context.workplace, self._context

        def submit(answer: Any, done: Callable[[Any], None], failed: Callable[[Refusal], None]) -> None:
            def made(what: _Made) -> None:
                done(what)
                self.changed.emit(what.code)
                way = Way(self.tr("Hoàn tác"), lambda: self._take_back(what.code, what.batch))
                context.offered.emit(said(answer), "done", way)

            context.do(lambda _: work(place, answer), done=made, failed=failed)

        return submit

    def _take_back(self, code: str, batch: int) -> None:
        place, said = self._context.workplace, self.tr("Đã hoàn tác; danh sách thôn như trước khi đổi.")

        def done(_: object) -> None:
            self.changed.emit(code)
            self._context.told.emit(said, "done")

        self._context.do(lambda _: undo_change(place, batch), done=done)


@dataclass(frozen=True, slots=True)
class _Made:
    """The code of the hamlet to go to, and the batch that takes the change back."""

    code: str
    batch: int
