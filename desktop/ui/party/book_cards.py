"""What stands beside a book whose lines are written down: its lines, and what can be done with one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.office.workplace import Workplace
from desktop.services.party import books, contacts
from desktop.services.party.books import Book, EntryLine
from desktop.services.party.contacts import ContactLine
from desktop.ui.page.page import Context
from desktop.ui.page.submitted_question import Asked, DayQuestion, Submit, submitting
from desktop.ui.party.book_question import EntryQuestion
from desktop.ui.party.register_questions import ContactQuestion
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.buttons import Button, secondary
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table

_SHOWN_ROWS = 4


class LinesCard(Card):
    """The lines of a book in a small list, and buttons for the current one.

    Args:
        context: the open office and the runner.
        columns: of the list.
        parent: the view.
    """

    def __init__(self, context: Context, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.context = context
        self.branch: str | None = None
        self.table = Table(columns, self, row_height=style.size("row_two_lines"), key=lambda line: line.id)
        height = style.size("header") + _SHOWN_ROWS * style.size("row_two_lines") + 2
        self.table.setMaximumHeight(height)
        self.said = label("", "sentence", self)
        self.said.setWordWrap(True)
        self.buttons = Wrapping(self)
        self.of_line: list[Button] = []
        self.body.addWidget(self.said)
        self.body.addWidget(self.table)
        self.body.addWidget(self.buttons)
        self.table.chosen.connect(lambda _: self.show_current())

    def button(self, words: str, handler: Callable[[], None], *, of_line: bool = True) -> Button:
        """Add a button; one of a line is only there beside a line."""
        made: Button = secondary(words, None, self)
        made.clicked.connect(lambda _=False: handler())
        self.buttons.add(made)
        if of_line:
            self.of_line.append(made)
        return made

    def set_lines(self, lines: Sequence[Any]) -> None:
        """Show other lines."""
        self.table.set_rows(lines)
        self.table.setVisible(bool(lines))
        self.show_current()

    def show_current(self) -> None:
        """Offer what can be done with the current line."""
        for button in self.of_line:
            button.setVisible(self.table.current() is not None)

    def submit(self, work: Callable[[Workplace, Any], object]) -> Submit:
        """Return what hands an answer to a use case."""
        return submitting(self.context, partial(work, self.context.workplace))


class EntriesCard(LinesCard):
    """The lines of one of the books that are written down, in the period on show."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        columns = (
            Column(_tr("Của ai, nội dung"), _of_whom, sub=_what, weight="medium"),
            Column(_tr("Ngày"), lambda line: f"{line.happens_on:%d/%m/%Y}", sub=_number, width=116),
        )
        super().__init__(context, columns, parent)
        self.set_title(_tr("Dòng của sổ"))
        self.table.setAccessibleName(_tr("Dòng của sổ"))
        self._book = Book.RESOLUTIONS
        self.add = self.button(_tr("Ghi dòng…"), self.write, of_line=False)
        self.edit = self.button(_tr("Sửa…"), self.write_anew)
        self.back = self.button(_tr("Đã trả…"), self.give_back)
        self.withdraw = self.button(_tr("Bỏ dòng…"), self.take_away)
        self.table.opened.connect(lambda _: self.write_anew())

    def load(self, book: Book, branch: str | None, since: date, until: date) -> None:
        """Read the lines of a book."""
        self._book, self.branch = book, branch
        place = self.context.workplace
        self.context.ask(lambda: books.entries(place, book, branch, since, until), self._show)

    def show_current(self) -> None:
        """Offer what can be done with the current line; only a file that is out can come back."""
        super().show_current()
        line: EntryLine | None = self.table.current()
        self.back.setVisible(line is not None and line.book is Book.FILES_LENT and line.back_on is None)
        self.add.setEnabled(self.branch is not None)

    def write(self) -> None:
        """Ask for a new line."""
        branch, book = self.branch, self._book
        if branch is not None:
            work = self.submit(lambda place, new: books.write_entry(place, book, branch, new))
            EntryQuestion(self.window(), book, self.context.workplace.today(), None, work).open()

    def write_anew(self) -> None:
        """Ask for the current line anew."""
        line: EntryLine | None = self.table.current()
        if line is not None:
            work = self.submit(
                lambda place, new: books.write_entry(place, line.book, line.branch, new, line.id)
            )
            EntryQuestion(self.window(), line.book, self.context.workplace.today(), line, work).open()

    def give_back(self) -> None:
        """Ask on which day the file came back."""
        line: EntryLine | None = self.table.current()
        if line is not None:
            asked = Asked(
                _tr("Hồ sơ đã trả"),
                _tr("{0} mượn hồ sơ của {1} ngày {2:%d/%m/%Y}.").format(
                    line.party or _tr("Người mượn"), line.name, line.happens_on
                ),
                _tr("Ghi đã trả"),
            )
            work = self.submit(lambda place, day: books.give_back(place, line.id, day))
            DayQuestion(self.window(), asked, _tr("Ngày trả"), self.context.workplace.today(), work).open()

    def take_away(self) -> None:
        """Ask whether the current line was written by mistake."""
        line: EntryLine | None = self.table.current()
        if line is None:
            return
        place = self.context.workplace
        question = Question(
            self.window(),
            _tr("Bỏ dòng ghi nhầm?"),
            _tr("{0}, ngày {1:%d/%m/%Y}: sổ không còn dòng này.").format(_of_whom(line), line.happens_on),
            _tr("Bỏ dòng này"),
        )
        question.accepted.connect(lambda: self.context.do(lambda _: books.withdraw_entry(place, line.id)))
        question.open()

    def _show(self, lines: tuple[EntryLine, ...]) -> None:
        if any(line.book is not self._book for line in lines):
            return
        out = sum(line.book is Book.FILES_LENT and line.back_on is None for line in lines)
        said = _tr("{0} dòng trong kỳ.").format(len(lines)) if lines else _tr("Trong kỳ chưa có dòng nào.")
        if out:
            said += " " + _tr("{0} hồ sơ chưa trả.").format(out)
        if self.branch is None:
            said += " " + _tr("Chọn một chi bộ để ghi thêm.")
        self.said.setText(said)
        self.set_lines(lines)


class ContactsCard(LinesCard):
    """Who keeps contact with the branch of the home today."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        columns = (
            Column(
                _tr("Họ và tên"), lambda line: line.name, sub=lambda line: line.workplace, weight="medium"
            ),
            Column(_tr("Từ ngày"), lambda line: f"{line.since:%d/%m/%Y}" if line.since else "", width=116),
        )
        super().__init__(context, columns, parent)
        self.set_title(_tr("Đảng viên giữ liên hệ nơi cư trú"))
        self.table.setAccessibleName(_tr("Đảng viên giữ liên hệ nơi cư trú"))
        self.add = self.button(_tr("Thêm người…"), self.write, of_line=False)
        self.end = self.button(_tr("Thôi liên hệ…"), self.end_current)
        self.table.opened.connect(lambda _: self.end_current())

    def load(self, branch: str | None) -> None:
        """Read who keeps contact with a branch."""
        self.branch = branch
        self.add.setEnabled(branch is not None)
        if branch is None:
            self.said.setText(_tr("Chọn một chi bộ để xem và ghi người giữ liên hệ."))
            self.set_lines(())
            return
        place = self.context.workplace
        self.context.ask(lambda: contacts.contacts(place, branch), self._show)

    def write(self) -> None:
        """Ask who was introduced to the branch of the home."""
        branch = self.branch
        if branch is not None:
            work = self.submit(lambda place, new: contacts.add_contact(place, branch, new))
            ContactQuestion(self.window(), self.context.workplace.today(), work).open()

    def end_current(self) -> None:
        """Ask for the last day of the current contact."""
        line: ContactLine | None = self.table.current()
        if line is None:
            return
        asked = Asked(
            _tr("{0} thôi liên hệ với chi bộ").format(line.name),
            _tr("Vì chuyển chỗ ở, chuyển công tác hay nghỉ hưu; sổ của kỳ này giữ dòng với ngày cuối."),
            _tr("Ghi ngày cuối"),
        )
        work = self.submit(lambda place, day: contacts.end_contact(place, line.id, day))
        DayQuestion(self.window(), asked, _tr("Ngày cuối"), self.context.workplace.today(), work).open()

    def _show(self, lines: tuple[ContactLine, ...]) -> None:
        people = _tr("Hôm nay có {0} người.").format(len(lines)) if lines else _tr("Chưa có ai.")
        counted = _tr("Người sinh hoạt ở tổ chức khác, không tính vào đảng viên của chi bộ.")
        self.said.setText(f"{people} {counted}")
        self.set_lines(lines)


def _of_whom(line: EntryLine) -> str:
    return line.name or line.subject


def _what(line: EntryLine) -> str:
    """Say what a line is about beneath whom it is of."""
    parts = [line.subject if line.name else "", line.party]
    if line.book is Book.BADGES and line.amount:
        parts.insert(0, _tr("{0} năm").format(line.amount))
    elif line.book is Book.FILES_RECEIVED and line.amount:
        parts.append(_tr("{0} tài liệu").format(line.amount))
    elif line.amount is not None and line.out_of is not None:
        parts.append(_tr("tán thành {0}/{1}").format(line.amount, line.out_of))
    if line.book is Book.FILES_LENT:
        parts.append(
            _tr("trả {0:%d/%m/%Y}").format(line.back_on)
            if line.back_on
            else _tr("hạn {0:%d/%m/%Y}").format(line.until)
            if line.until
            else _tr("chưa trả")
        )
    return ", ".join(part for part in parts if part)


def _number(line: EntryLine) -> str:
    return line.number


def _tr(text: str) -> str:
    return QCoreApplication.translate("Party", text)
