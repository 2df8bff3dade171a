"""An office out of a backup: which file, what opens it, what it holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.office.backups import BackupContents, look_into_backup, restore_office
from desktop.services.office.folder import SUFFIX_OF_BACKUP
from desktop.ui.first_start.backup_card import BackupCard
from desktop.ui.page.runner import Cancelled, Progress, Runner
from desktop.ui.start.start_view import StartView
from desktop.ui.start.surroundings import Surroundings
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.dialogs.file_choosing import ask_open_file
from desktop.ui.widgets.fields.text import PassphraseField
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.wording import refusal_sentence

Result = TypeVar("Result")

_OF_SECRET = {"storage.passphrase", "storage.recovery", "storage.no_recovery"}


class RestoreStep(StartView):
    """Choose a backup, see what it holds, restore it.

    ``restored`` carries what opened it, ``refused`` a refusal that speaks of no field.

    Args:
        surroundings: the folder that the office goes into, and the clock.
        runner: reads and copies in the background.
        parent: the wizard.
    """

    restored = Signal(str)
    back = Signal()
    refused = Signal(object)  # Refusal

    def __init__(self, surroundings: Surroundings, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._surroundings = surroundings
        self._runner = runner
        self._file: Path | None = None
        self._seen: tuple[Path, str] | None = None
        self._working = False
        self.heading.setText(self.tr("Khôi phục từ bản sao lưu"))
        self.said.setText(
            self.tr("Mở bằng mật khẩu hoặc mã trên phiếu khôi phục của lúc sao lưu. Tệp giữ nguyên.")
        )
        self.choose = secondary(self.tr("Chọn tệp bản sao"), "folder", self)
        self.choose.clicked.connect(self.choose_file)
        self.name = ElidedLabel(self.tr("Chưa chọn tệp nào"), "value", self)
        self.secret = PassphraseField(
            self.tr("Mật khẩu hoặc mã khôi phục"),
            self,
            hint=self.tr("Mã khôi phục: 9 nhóm 3 ký tự, có gạch hay không đều được."),
            explain=self.tr(
                "Bản sao mở bằng mật khẩu đang dùng lúc sao lưu, hoặc mã trên phiếu khôi phục in trước lúc "
                "ấy. Khôi phục bằng mã thì đặt ngay mật khẩu mới. Cơ quan vừa khôi phục phải đọc biên nhận "
                "gần nhất rồi mới đóng gói gửi tiếp được."
            ),
        )
        self.secret.moves_on = False
        self.secret.entered.connect(self._go_on)
        self.secret.line.textChanged.connect(lambda _: self._unsee())
        self.card = BackupCard(self)
        for part in (self._file_row(), self.secret, self.card, self._work_row()):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._back = secondary(self.tr("Quay lại"), None, self)
        self._back.clicked.connect(self.back)
        self.bar.add_left(self._back)
        self._unsee()
        self._set_working(on=False)

    def come(self) -> None:
        """Put the focus where the next answer goes."""
        (self.choose if self._file is None else self.secret.line).setFocus()

    def help_text(self) -> str:
        """Explain what opens a backup."""
        return self.secret.explain

    def choose_file(self) -> None:
        """Ask for the backup."""
        kinds = [(self.tr("Bản sao lưu"), [f"*{SUFFIX_OF_BACKUP}"]), (self.tr("Mọi tệp"), ["*"])]
        ask_open_file(self, "backup", self.tr("Chọn bản sao lưu"), kinds, self.use_file)

    def use_file(self, file: Path) -> None:
        """Take a file as the backup."""
        self._file = file
        self.name.setText(str(file))
        self._unsee()
        self.secret.line.setFocus()

    def is_working(self) -> bool:
        """Tell whether a backup is being read or restored."""
        return self._working

    def stop(self) -> bool:
        """Stop the reading or copying, which leaves nothing behind; False where nothing is done."""
        if self._working:
            self._runner.cancel()
        return self._working

    def forget(self) -> None:
        """Drop what was typed."""
        self.secret.line.clear()
        self.secret.set_value("")
        self._unsee()

    def _go_on(self) -> None:
        file, typed = self._file, self.secret.line.text()
        if self._working:
            return
        if file is None:
            self.choose_file()
        elif not typed:
            self.secret.set_problem(self.tr("Bản sao được mã hóa; hãy gõ mật khẩu hoặc mã khôi phục."))
            self.secret.line.setFocus()
        elif self._seen != (file, typed):
            self._look(file, typed)
        else:
            self._restore(file, typed)

    def _look(self, file: Path, typed: str) -> None:
        folder = self._surroundings.folder

        def seen(found: BackupContents) -> None:
            self._seen = (file, typed)
            self.card.show_contents(found)
            self._name_primary()
            self.bar.primary_button().setFocus()

        self._run(
            self.tr("Đang đọc bản sao"),
            lambda progress: look_into_backup(file, folder, typed, progress.step),
            seen,
        )

    def _restore(self, file: Path, typed: str) -> None:
        around = self._surroundings

        def restored(_: object) -> None:
            self.forget()
            self.restored.emit(typed)

        self._run(
            self.tr("Đang khôi phục"),
            lambda progress: restore_office(file, around.folder, typed, around.clock(), progress.step),
            restored,
        )

    def _run(self, word: str, work: Callable[[Progress], Result], done: Callable[[Result], None]) -> None:
        def unless_stopped(progress: Progress) -> Result | None:
            try:
                return work(progress)
            except Cancelled:
                return None

        def ended(result: Result | None) -> None:
            self._set_working(on=False)
            if result is None:
                self.come()
            else:
                done(result)

        self.secret.set_problem(None)
        self._word.setText(word)
        self._set_working(on=True)
        self._runner.run(unless_stopped, ended, self._refused)

    def _refused(self, refusal: Refusal) -> None:
        self._set_working(on=False)
        if refusal.code in _OF_SECRET:
            self.secret.set_problem(refusal_sentence(refusal))
        else:
            self.refused.emit(refusal)
        self.come()
        self.secret.line.selectAll()

    def _unsee(self) -> None:
        self._seen = None
        self.card.hide()
        self._name_primary()

    def _name_primary(self) -> None:
        word = self.tr("Xem bản sao") if self._seen is None else self.tr("Khôi phục và mở")
        self.bar.set_primary(word, self._go_on, enabled=not self._working)
        # What to type is settled once the backup is open; a low window has no room for that and the card.
        self.said.setVisible(self._seen is None)

    def _set_working(self, *, on: bool) -> None:
        self._working = on
        for part in (self.choose, self.secret, self._back):
            part.setEnabled(not on)
        self._work.setVisible(on)
        self._progress.setRange(0, 0)
        self._name_primary()
        if on:
            self._stop.setFocus()

    def _on_step(self, done: int, total: int, _: str) -> None:
        # The last step is followed by the check of the whole copy, whose length nobody knows.
        self._progress.setRange(0, 0 if done >= total else 1000)
        self._progress.setValue(done * 1000 // max(total, 1))

    def _file_row(self) -> QWidget:
        made = QWidget(self)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.size("column_gap"))
        row.addWidget(self.choose)
        row.addWidget(self.name, 1)
        return made

    def _work_row(self) -> QWidget:
        self._work = QWidget(self)
        self._progress = QProgressBar(self._work)
        self._progress.setProperty("kind", "progress")
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Đang làm"))
        self._word = label("", "value", self._work)
        self._stop = secondary(self.tr("Dừng"), None, self._work)
        self._stop.clicked.connect(lambda _=False: self.stop())
        self._runner.stepped.connect(self._on_step)
        column = QVBoxLayout(self._work)
        column.setContentsMargins(0, style.size("grid"), 0, 0)
        row = QHBoxLayout()
        row.setSpacing(style.size("column_gap"))
        row.addWidget(self._word)
        row.addWidget(self._progress, 1)
        row.addWidget(self._stop)
        column.addLayout(row)
        return self._work
