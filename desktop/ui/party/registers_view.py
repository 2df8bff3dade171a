"""The registers in place of the list: which one, of whom, of which period; on paper, as Word, as workbook."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import RequestRefused
from desktop.services.catalogue.members import MEMBERS as MEMBER_LIST
from desktop.services.lists.list_kind import Extent
from desktop.services.papers.registers import (
    MEMBERS,
    REGISTERS,
    Register,
    draw_register,
    save_register_word,
    save_register_workbook,
)
from desktop.services.party.books import Book
from desktop.services.party.reconciliations import Reconciled, reconcile, reconciled
from desktop.ui.lists.giving import save_list
from desktop.ui.page.page import Context
from desktop.ui.page.print_dialog import print_paper
from desktop.ui.page.submitted_question import submitting
from desktop.ui.page.workbooks import save_workbook
from desktop.ui.party.book_cards import ContactsCard, EntriesCard
from desktop.ui.party.party_words import register_word
from desktop.ui.party.register_questions import Reconciling, ReconcilingQuestion
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.beside import Beside
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.scrolling import Scrolling
from desktop.ui.widgets.buttons import Button, secondary
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.dialogs.file_choosing import ask_save_file
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table
from desktop.wording import refusal_sentence


class RegistersView(QWidget):
    """The view; ``closed`` when the list is to be shown again.

    Args:
        context: the open office and the runner.
        parent: the page.
    """

    closed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        today = context.workplace.today()
        self.table = Table([Column(self.tr("Sổ"), register_word, weight="medium")], self)
        self.table.setAccessibleName(self.tr("Các sổ"))
        self.table.set_rows(REGISTERS)
        self.branch = ChoiceField(
            self.tr("Chi bộ"),
            (),
            self,
            explain=self.tr("Sổ của một chi bộ, hoặc của cả xã; danh sách 14 cột in theo từng chi bộ."),
        )
        self.since = DateField(
            self.tr("Từ ngày"), self, explain=self.tr("Sổ in và đóng theo năm: từ 01/01 đến 31/12.")
        )
        self.until = DateField(
            self.tr("Đến ngày"),
            self,
            explain=self.tr(
                "Ngày của sổ. Giấy của Đảng trước 27/5/2026 theo Hướng dẫn 36-HD/VPTW, từ ngày ấy theo "
                "Hướng dẫn 05-HD/VPTW; chương trình chọn theo ngày này."
            ),
        )
        self.since.set_value(date(today.year, 1, 1))
        self.until.set_value(today)
        self.word: Button = secondary(self.tr("Lưu Word…"), "file-text", self)
        self.workbook: Button = secondary(self.tr("Lưu Excel…"), "download-simple", self)
        self.word.clicked.connect(lambda _=False: self._save_word())
        self.workbook.clicked.connect(lambda _=False: self._save_workbook())
        self.said = label("", "wrong", self)
        self.said.setWordWrap(True)
        self.said.hide()
        self.reconciled = label("", "sentence", self)
        self.reconciled.setWordWrap(True)
        self.reconcile: Button = secondary(self.tr("Ghi đối chiếu…"), None, self)
        self.reconcile.clicked.connect(lambda _=False: self._reconcile())
        self.contacts = ContactsCard(context, self)
        self.entries = EntriesCard(context, self)
        self.table.chosen.connect(lambda _: self.refresh())
        for field in (self.branch, self.since, self.until):
            field.committed.connect(lambda _: self.refresh())
        self.bar = BottomBar(self)
        self.bar.add_secondary(self.tr("Về danh sách"), self.leave)
        self.bar.set_primary(self.tr("In sổ…"), self.primary, key="Ctrl+P")
        self._lay_out()
        self.setFocusProxy(self.table)

    def set_branches(self, names: Mapping[str, str], current: str | None) -> None:
        """Offer the branches by code, the current one chosen."""
        self.branch.set_choices([*names.items(), (None, self.tr("Cả xã"))])
        self.branch.forget()
        self.branch.set_value(current)
        self.refresh()

    def refresh(self) -> None:
        """Show what stands beside the current register: reconciling, contacts, or the lines of a book."""
        kind, branch = self.table.current() or MEMBERS, self.branch.value()
        since, until = self.since.value(), self.until.value()
        written = next((book for book in Book if book == kind), None)
        self._files.setVisible(kind in (MEMBERS, "reconciliations"))
        self.contacts.setVisible(kind == "home")
        self.entries.setVisible(written is not None)
        if written is not None and since is not None and until is not None:
            self.entries.load(written, branch, since, until)
        elif kind == "home":
            self.contacts.load(branch)
        elif not self._files.isHidden():
            self._load_reconciled(branch)

    def primary(self) -> None:
        """Print the register."""
        wanted = self._wanted()
        if wanted is None:
            return
        workplace = self.context.workplace
        print_paper(
            self.context,
            self,
            partial(draw_register, workplace, wanted),
            headline=self.tr("In {0}").format(register_word(wanted.kind).lower()),
            sentence=self.tr(
                "Số thẻ chỉ in ba số cuối, vì số thẻ nay là số định danh. Sổ là mẫu tham khảo; chi bộ đối "
                "chiếu trước khi đóng sổ."
            ),
            yes=self.tr("In"),
            file_name=f"{_file_name(wanted)}.pdf",
        )

    def next_problem(self, step: int = 1) -> None:
        """Nothing is missing here."""

    def help_text(self) -> str:
        """Explain the registers."""
        fields = (self.branch, self.since, self.until)
        own = next((each.explain for each in fields if each.isAncestorOf(self.focusWidget() or self)), "")
        return own or self.tr(
            "Mỗi sổ lấy từ danh sách, không gõ lại. Danh sách 14 cột theo Mẫu 7-HSĐV giữ dòng của người đã "
            "rời trong kỳ; các sổ khác có bìa, đánh số trang, in và đóng theo năm. Tệp Excel của danh sách "
            "14 cột, của một chi bộ hoặc cả xã, nhập lại được. Danh sách phải đối chiếu với hồ sơ giấy 6 "
            "tháng một lần."
        )

    def leave(self) -> None:
        """Go back to the list."""
        self.closed.emit(None)

    def _wanted(self, *, on_paper: bool = True) -> Register | None:
        for field in (self.since, self.until):
            field.commit()
        since, until = self.since.value(), self.until.value()
        kind = self.table.current() or MEMBERS
        if since is None or until is None:
            return None
        try:
            wanted = Register(kind, self.branch.value(), since, until)
            if on_paper:
                wanted.check_paper()
        except RequestRefused as refusal:
            self.said.setText(refusal_sentence(refusal))
            self.said.show()
            return None
        self.said.hide()
        return wanted

    def _save_word(self) -> None:
        wanted = self._wanted()
        if wanted is None:
            return
        workplace = self.context.workplace

        def save(path: Path) -> None:
            self.context.do(
                lambda _: save_register_word(workplace, wanted, path),
                done=lambda _: self.context.told.emit(self.tr("Đã lưu {0}.").format(path.name), "done"),
            )

        ask_save_file(self, "papers", self.tr("Lưu Word"), f"{_file_name(wanted)}.docx", "Word", save)

    def _save_workbook(self) -> None:
        wanted = self._wanted(on_paper=False)
        if wanted is None:
            return
        if wanted.kind == MEMBERS:
            save_list(self, self.context, MEMBER_LIST, Extent(wanted.branch, wanted.until))
            return
        save_workbook(
            self,
            self.context,
            self.tr("Lưu sổ; số thẻ chỉ có ba số cuối"),
            f"{_file_name(wanted)}.xlsx",
            lambda path, _: save_register_workbook(self.context.workplace, wanted, path),
        )

    def _reconcile(self) -> None:
        branch, workplace = self.branch.value(), self.context.workplace

        def note(answer: Reconciling) -> Reconciled:
            return reconcile(workplace, branch, answer.on, answer.by, answer.files, answer.differences)

        submit = submitting(self.context, note, self._show_reconciled)
        ReconcilingQuestion(self.window(), workplace.today(), submit).open()

    def _load_reconciled(self, branch: str | None) -> None:
        """Read when the list of the branch was set beside the files."""
        workplace = self.context.workplace
        self.reconcile.setEnabled(branch is not None)
        if branch is None:
            self.reconciled.setText(self.tr("Chọn một chi bộ để xem và ghi lần đối chiếu."))
            return
        self.context.ask(lambda: reconciled(workplace, branch), self._show_reconciled)

    def _show_reconciled(self, found: Reconciled) -> None:
        if not found.lines:
            self.reconciled.setText(
                self.tr("Chưa đối chiếu với hồ sơ lần nào. Danh sách hôm nay có {0} người.").format(
                    found.listed
                )
            )
            return
        last = found.lines[0]
        told = [
            self.tr("Lần cuối {0:%d/%m/%Y}, {1} làm: danh sách {2}, hồ sơ {3}.").format(
                last.held_on, last.done_by, last.listed, last.files
            ),
            last.differences,
            self.tr("Lần sau trước ngày {0:%d/%m/%Y}.").format(found.due) if found.due else "",
        ]
        self.reconciled.setText(" ".join(part for part in told if part))

    def _lay_out(self) -> None:
        choices = Card(self.tr("In và lưu"), self)
        choices.body.addWidget(self.branch)
        days = QHBoxLayout()
        days.setSpacing(style.size("grid"))
        days.addWidget(self.since)
        days.addWidget(self.until)
        days.addStretch(1)
        choices.body.addLayout(days)
        choices.body.addWidget(self.said)
        saves = QHBoxLayout()
        saves.setSpacing(style.size("grid"))
        saves.addWidget(self.word)
        saves.addWidget(self.workbook)
        saves.addStretch(1)
        choices.body.addLayout(saves)
        self._files = files = Card(self.tr("Đối chiếu với hồ sơ"), self)
        files.body.addWidget(self.reconciled)
        files.body.addWidget(self.reconcile, 0, Qt.AlignmentFlag.AlignLeft)
        # Held here, or their wrappers go while they are on show.
        self._cards = (choices, files, self.contacts, self.entries)
        column = QWidget(self)
        column.setProperty("kind", "plain")
        right = QVBoxLayout(column)
        right.setContentsMargins(0, 0, 6, 0)
        right.setSpacing(12)
        for card in self._cards:
            right.addWidget(card)
        right.addStretch(1)
        self._area = area = Scrolling(self)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(column)
        row = Beside()
        row.setSpacing(12)
        row.add(self.table)
        row.add(area)
        inside = QVBoxLayout()
        inside.setContentsMargins(
            style.size("page_side"), style.size("page_top"), style.size("page_side"), 12
        )
        inside.setSpacing(12)
        inside.addWidget(label(self.tr("Sổ đảng viên"), "title", self))
        inside.addLayout(row, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(inside, 1)
        whole.addWidget(self.bar)


def _file_name(wanted: Register) -> str:
    return f"so-{wanted.kind}-{wanted.branch or 'xa'}-{wanted.until.year}"
