"""A restore that is tried, with what came of it beside what the office holds."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.office.backups import BackupContents
from desktop.services.office.folder import SUFFIX_OF_BACKUP
from desktop.services.office.restore_drill import Drill, newest_backup, try_restoring
from desktop.ui.page.page import Context
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.layouts import clear
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.dialogs.file_choosing import ask_open_file
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.fields.text import PassphraseField
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.wording import refusal_sentence

_OF_SECRET = {"storage.passphrase", "storage.recovery", "storage.no_recovery"}
# Signs of a hash that two people compare by eye.
_SHOWN = 16


class DrillDialog(Question):
    """Asks for a backup and what opens it, restores it for trial, and stays open with what came of it.

    Args:
        context: the open office.
        parent: the window.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(
            parent,
            parent.tr("Thử khôi phục"),
            parent.tr(
                "Dựng lại cơ quan từ bản sao trong một thư mục tạm, kiểm tra rồi xóa; "
                "dữ liệu đang dùng không đổi."
            ),
            parent.tr("Thử khôi phục"),
            parent.tr("Đóng"),
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._file: Path | None = None
        self.choose = secondary(self.tr("Chọn tệp bản sao"), "folder", self)
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose_file)
        self.name = ElidedLabel(self.tr("Chưa có bản sao nào"), "value", self)
        row = QHBoxLayout()
        row.setSpacing(style.size("column_gap"))
        row.addWidget(self.choose)
        row.addWidget(self.name, 1)
        self.secret = PassphraseField(self.tr("Mật khẩu hoặc mã khôi phục lúc sao lưu"), self)
        self.secret.moves_on = False
        self.secret.entered.connect(self._agree)
        self.verdict = label("", "value", self)
        self.verdict.setWordWrap(True)
        self.verdict.hide()
        self._compared = QWidget(self)
        self._grid = QGridLayout(self._compared)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(style.size("column_gap"))
        self._grid.setVerticalSpacing(style.size("inner"))
        self._compared.hide()
        self.body.addLayout(row)
        for part in (self.secret, self.verdict, self._compared):
            self.body.addWidget(part)
        self.secret.setFocus()
        context.ask(lambda: newest_backup(context.workplace), self._take_newest, to=self)

    def use_file(self, file: Path) -> None:
        """Take a file as the backup that is tried."""
        self._file = file
        self.name.setText(file.name)
        self.name.setToolTip(str(file))
        self.secret.setFocus()

    def show_drill(self, drill: Drill) -> None:
        """Show what came of a trial."""
        self.verdict.setText(self._words_of(drill))
        self._fill(drill)
        # What was asked is answered; its room is the answer's.
        for asked in (self.choose, self.secret, self.yes):
            asked.hide()
        for told in (self.verdict, self._compared):
            told.show()
        self.setAccessibleDescription(self.verdict.text())
        self.fit()
        self.no.setFocus()

    def _take_newest(self, found: Path | None) -> None:
        if found is not None and self._file is None:
            self.use_file(found)

    def _choose_file(self) -> None:
        kinds = [(self.tr("Bản sao lưu"), [f"*{SUFFIX_OF_BACKUP}"]), (self.tr("Mọi tệp"), ["*"])]
        ask_open_file(self, "backup", self.tr("Chọn bản sao lưu"), kinds, self.use_file)

    def _agree(self) -> None:
        file, typed, place = self._file, str(self.secret.value()), self._context.workplace
        if not self.yes.isEnabled():
            return
        if file is None:
            self._choose_file()
            return
        self.secret.set_problem(None)
        self.say("")
        self.yes.setEnabled(False)
        self._context.do(
            lambda progress: try_restoring(place, file, typed, progress.step),
            done=self.show_drill,
            failed=self._refused,
            to=self,
        )

    def _refused(self, refusal: Refusal) -> None:
        self.yes.setEnabled(True)
        if refusal.code in _OF_SECRET:
            self.secret.set_problem(refusal_sentence(refusal))
        else:
            self.say(refusal_sentence(refusal))
        self.secret.setFocus()

    def _words_of(self, drill: Drill) -> str:
        if not drill.joins:
            return self.tr(
                "Bản sao dựng lại được nhưng nhật ký của nó không khớp dữ liệu đang dùng: có thể của cơ quan "
                "khác, hoặc một bên đã bị sửa. Hãy chọn bản sao khác và báo người phụ trách."
            )
        if drill.behind:
            return self.tr(
                "Bản sao lành, khôi phục được; thiếu {0} dòng nhật ký ghi sau lúc sao lưu. "
                "Hãy sao lưu thêm một bản."
            ).format(drill.behind)
        return self.tr("Bản sao lành, khôi phục được, đủ như dữ liệu đang dùng.")

    def _fill(self, drill: Drill) -> None:
        clear(self._grid)
        heads = (drill.head[:_SHOWN], drill.head_now[:_SHOWN])
        columns = [self._column(*each) for each in zip((drill.restored, drill.now), heads, strict=True)]
        words = (
            "",
            self.tr("Việc cuối cùng"),
            self.tr("Thôn, bản"),
            self.tr("Hộ"),
            self.tr("Cuộc đã chốt"),
            self.tr("Dòng nhật ký"),
            self.tr("Mã dòng cuối"),
        )
        titles = (self.tr("Bản sao"), self.tr("Đang dùng"))
        for line, word in enumerate(words):
            self._grid.addWidget(label(word, "caption", self._compared), line, 0)
            for at, (title, column) in enumerate(zip(titles, columns, strict=True), start=1):
                shown = label(
                    column[line - 1] if line else title, "value" if line else "caption", self._compared
                )
                self._grid.addWidget(shown, line, at)
        self._grid.setColumnStretch(2, 1)

    def _column(self, found: BackupContents, head: str) -> tuple[str, ...]:
        last = f"{found.last_at:%H:%M %d/%m/%Y}" if found.last_at else self.tr("chưa có")
        numbers = (found.hamlets, found.households, found.counts, found.entries)
        return (last, *(str(number) for number in numbers), head)
