"""Where copies go, and one now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.office.backups import BackupView
from desktop.services.office.settings import back_up_now, set_backup_folder
from desktop.services.today.top_bar import DeskFacts, desk_facts
from desktop.ui.page.page import Context
from desktop.ui.page.ways import tell_saved
from desktop.ui.settings.drill_dialog import DrillDialog
from desktop.ui.settings.panel import Panel
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.dialogs.file_choosing import ask_folder
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.state import State, StateChip
from desktop.wording import words


class BackupPanel(Panel):
    """The second folder, tried by writing into it, and the last copy there."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        card = Card(self.tr("Nơi sao lưu"), self)
        card.setMaximumWidth(self.narrow())
        self.chip = StateChip(State("not_yet", ""), self)
        card.head.addWidget(self.chip)
        self.folder = ElidedLabel("", "value", self)
        self.last = label("", "sentence", self)
        self.choose = secondary(self.tr("Chọn thư mục"), "folder", self)
        self.choose.clicked.connect(self.choose_folder)
        row = QHBoxLayout()
        self.drill = secondary(self.tr("Thử khôi phục"), None, self)
        self.drill.clicked.connect(self.try_restoring)
        row.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self.drill, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        for part in (self.folder, self.last):
            card.body.addWidget(part)
        card.body.addLayout(row)
        self.body.addWidget(card)
        said = label(
            self.tr(
                "Sau mỗi lần chốt kết quả, chương trình tự ghi bản sao mã hóa vào đây; máy khác mở bằng mật "
                "khẩu hoặc mã khôi phục. Nên là USB hoặc ổ đĩa khác, cất riêng, còn trống gấp đôi bản sao."
            ),
            "sentence",
            self,
        )
        said.setWordWrap(True)
        said.setMaximumWidth(self.narrow())
        words = QHBoxLayout()
        words.addWidget(said, 1000)
        words.addStretch(1)
        self.body.addLayout(words)
        self.body.addStretch(1)
        self._chosen = ""

    def refresh(self) -> None:
        """Look whether the folder is there, and for the last copy."""
        self.context.ask(lambda: desk_facts(self.context.workplace), self._show)

    def primary_word(self) -> str:
        """Name the backup."""
        return self.tr("Sao lưu ngay")

    def primary(self) -> None:
        """Write a backup now."""
        self.context.do(lambda _: back_up_now(self.context.workplace), done=self._done)

    def choose_folder(self) -> None:
        """Ask for the folder and try it."""
        ask_folder(self, "backup", self.tr("Chọn thư mục sao lưu"), self.use_folder)

    def use_folder(self, folder: Path) -> None:
        """Try a folder by writing into it, and keep it."""
        said = self.tr("Sao lưu từ nay ghi vào {0}. Nút Sao lưu ngay ghi bản đầu tiên.").format(folder)
        self.context.do(
            lambda _: set_backup_folder(self.context.workplace, folder),
            done=lambda _: self.context.told.emit(said, "done"),
        )

    def try_restoring(self) -> None:
        """Ask for a backup, restore it for trial and show what came of it."""
        DrillDialog(self.context, self.window()).open()

    def help_text(self) -> str:
        """Explain backups."""
        return self.tr(
            "Bản sao là một tệp .sao-luu đã mã hóa. Trên máy mới, chọn Khôi phục từ bản sao lưu khi mở lần "
            "đầu, rồi gõ mật khẩu hoặc mã khôi phục của lúc sao lưu. Tên tệp có ngày giờ; chương trình giữ "
            "mười bản, bản mới dày, bản cũ thưa dần theo ngày, tuần, tháng. Thử khôi phục dựng bản sao trong "
            "thư mục tạm để biết chắc dùng được."
        )

    def first(self) -> QWidget | None:
        """Return the button that chooses."""
        return self.choose

    def _show(self, facts: DeskFacts) -> None:
        self._chosen = facts.backup_folder or ""
        self.folder.setText(self._chosen or self.tr("Chưa chọn thư mục nào"))
        if not self._chosen:
            self.chip.set_state(State("attention", self.tr("chưa chọn")))
        elif facts.backup_folder_there:
            self.chip.set_state(State("done", self.tr("ghi được")))
        else:
            self.chip.set_state(State("attention", self.tr("không thấy, hãy cắm lại")))
        at = facts.backup_at
        said = self.tr("Bản sao gần nhất: {0:%H:%M ngày %d/%m/%Y}").format(at) if at else ""
        self.last.setText(said or self.tr("Chưa có bản sao nào ở đây."))

    def _done(self, made: BackupView) -> None:
        said = self.tr("Đã sao lưu vào {0}, {1} dòng nhật ký.").format(made.path, made.entries)
        if made.made_way:
            said = f"{said} {words('backup.made_way', number=made.made_way)}"
        tell_saved(self.context, said, Path(made.path), whole=False)
